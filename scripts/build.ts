/** `npm run build`: what would be pushed to Google, in `dist/`. */
import { buildAll } from './build-all'

buildAll().then(
  (sizes) => {
    for (const [file, bytes] of Object.entries(sizes)) console.log(`${file}  ${(bytes / 1024).toFixed(1)} KB`)
  },
  (error) => {
    console.error(error)
    process.exitCode = 1
  },
)
