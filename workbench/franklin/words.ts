/** The stuff invented names are made of. None of these is meant to be a place or a person that exists. */
export const COUNTIES = [
  'Alder',
  'Beacon',
  'Copper',
  'Driftwood',
  'Ember',
  'Fern',
  'Granite',
  'Harbor',
  'Juniper',
  'Kettle',
  'Lantern',
  'Meadow',
  'Oxbow',
  'Prairie',
  'Quarry',
]

const words = (text: string): string[] => text.trim().split(/\s+/)

/** First halves of town names: with the second halves 1,500 towns. */
export const TOWN_STARTS = words(`
  Ash Bell Birch Bram Bright Broad Brook Cedar Chest Clay Clover Cold Coral Crane Crow Dal Deer Dove Dun Elder
  Fair Fal Fen Finch Flint Frost Gold Green Hart Haw Hazel Heron High Holl Ivy Kes Kings Lark Laurel Lin
  Lock Long Maple Marl Mill Moss Nettle North Oak Otter Pine Quill Raven Reed Rush Sand Stone Thorn Wil Wren`)
export const TOWN_ENDS = words(`
  barrow beck bourne bridge bury combe croft dale den field fleet ford gate grove ham haven holt hurst
  leigh low mere stead thorpe wick worth`)

export const STREETS = words(`
  Mill Alder Orchard Library Chapel Depot Granary Meadow Quarry Schoolhouse Sycamore Tannery Union Walnut Weaver
  Willow Bakery Canal Foundry Garden Juniper Ledge Market Prospect`)
/** Long form, and what the geocoder writes. */
export const STREET_KINDS = [
  ['Street', 'ST'],
  ['Avenue', 'AVE'],
  ['Road', 'RD'],
  ['Lane', 'LN'],
  ['Drive', 'DR'],
  ['Court', 'CT'],
] as const

export const GIVEN = words(`
  Aaliyah Abel Ada Adwoa Ahmed Aiko Alma Amara Amos Anika Anselm Arjun Asha Astrid Beatriz Bruno
  Carmen Chidi Clara Cyrus Daniela Desmond Dinah Edith Efraín Elif Emeka Enid Esther Farah Felix Fumiko
  Gideon Greta Hana Hector Ida Imran Inés Isaac Jamal Joaquín Jun Kaveh Keiko Kofi Lars Leila
  Linh Lucía Magnus Malik Marta Minh Nadia Nils Noor Odette Omar Opal Paz Quentin Rafael Ravi
  Renée Rosa Ruth Samir Selma Sofía Soren Tamika Teodor Thandi Tomás Ulla Uma Vera Viktor Wanda
  Wei Xavier Yara Yusuf Zainab Zoë`)
/** Halves of family names that are plainly put together. */
export const FAMILY_STARTS = words(`
  Amber Anchor Apple Barley Basket Bramble Button Candle Cinder Clover Cobble Copper Cricket Dapple Ember Feather
  Ginger Goose Harvest Honey Ink Kettle Ladder Lantern Linen Marble Nutmeg Paper Pebble Pepper Plum Quilt
  Saddle Saffron Silver Sparrow Thistle Timber Velvet Wagon`)
export const FAMILY_ENDS = words(`
  bank bell berry brook by croft dale down fold garth gill hart hollow lane leaf man mark moor more
  pool ridge shaw smith son stone strand wood wright yard`)
