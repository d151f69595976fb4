export { type LegislatorNews, type LegislatorPlan, planLegislators } from './plan'
