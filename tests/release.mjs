// release.mjs FILE: holds a list of what a program is made of against the schema of CycloneDX, strictly; then damages it in three ways, each of which has to be found.
import { readFileSync } from 'node:fs'
import { Validation } from '@cyclonedx/cyclonedx-library'

const text = readFileSync(process.argv[2], 'utf8')
const list = JSON.parse(text)
const wrong = (s) => new Validation.JsonStrictValidator(list.specVersion).validate(s)

const found = await wrong(text)
if (found !== null) {
  console.error(JSON.stringify(found, null, 1))
  process.exit(1)
}
const damaged = [
  { ...list, serialNumber: 'urn:uuid:x' },
  { ...list, metadata: { ...list.metadata, timestamp: 'yesterday' } },
  { ...list, components: [...list.components, { ...list.components[0], licenses: [{ license: { id: 'no such licence' } }], 'bom-ref': 'x' }] },
]
for (const [n, one] of damaged.entries()) {
  if ((await wrong(JSON.stringify(one))) === null) {
    console.error(`the validator finds nothing wrong with damage ${n + 1}`)
    process.exit(1)
  }
}
const seen = new Set()
for (const c of list.components) {
  if (seen.has(c['bom-ref']) || !/^pkg:golang\/[a-z0-9./_~-]+@[A-Za-z0-9.%_~-]+$/.test(c.purl)) {
    console.error(`twice, or no package URL: ${c['bom-ref']} ${c.purl}`)
    process.exit(1)
  }
  seen.add(c['bom-ref'])
}
