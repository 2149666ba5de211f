// Our reader of CSV against csv-parse: both accept the same files, and read the same rows in them.
//
//   node csv.mjs CSV_ROWS    the program built from csv_rows.c
//
// Files made by hand and several hundred made at random from the marks that matter. csv-parse is
// told what we do otherwise by itself: a BOM is none of the text, any line end ends a row, blank
// lines are no rows; and the delimiter, which it cannot tell. Of what we alone refuse (NUL, invalid
// UTF-8, limits) there is nothing here.
//
// One line a failure, then `N passed, N failed`; exit status 1 if any failed.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

const byHand = [
  'a,b\n1,2\n',
  'a,b\n1,2',
  'a,b\r\n1,2\r\n',
  'a,b\r1,2\r',
  'a,b\r\n1,2\n3,4\r5,6',
  '\ufeffa,b\n1,2\n',
  '\ufeff"a",b\n1,2\n',
  'a;b\n1,5;2\n',
  'a\tb\n1\t2\n',
  '"a,b";c\n1;2\n',
  'a\n""\n',
  'a,b\n,\n',
  'a,b\n"",""\n',
  'a,b\n1,\n',
  'a,b\n\n1,2\n\n',
  'a,b\n"1\n2","3\r\n4"\n',
  'a,b\n"1""2",""""\n',
  'a,b\n1,"2\n',
  'a,b\n1,"2"x\n',
  'a,b\n1,"2" \n',
  'a,b\n1, "2"\n',
  'a,b\n1,2"3\n',
  'a,b\n1\n',
  'a,b\n1,2,3\n',
  'a,b\n1,2\n3',
  'a,"b\n1,2\n',
  'a,b\n"1"\n',
  'a\n"1""\n',
  'a\n"1\r"\n2',
  '"a""b",c\n1,2',
  'Угода,b\n"€ 5",2\n',
]

// Always the same numbers (Mulberry32).
let seed = 20250224
const random = (n) => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) % n
}
const pick = (list) => list[random(list.length)]
const many = (n, make) => Array.from({ length: n }, make)

// Marks in any order: mostly refused.
const noise = () => 'a,b' + pick(['\n', '\r\n']) +
  many(1 + random(12), () => pick(['"', '"', ',', ',', '\n', '\r\n', '\r', ' ', 'x', 'é', ';'])).join('')

// A table as some program would write it: mostly accepted.
const table = () => {
  const [comma, end] = [pick([',', ';', '\t']), pick(['\n', '\r\n', '\r'])]
  const width = 1 + random(5)
  const text = () => many(random(5), () => pick(['x', '1', ' ', '"', comma, '\n', '\r\n', 'ї', '.'])).join('')
  const cell = () => {
    const t = text()
    return /["\n\r]/.test(t) || t.includes(comma) || random(4) === 0
      ? (random(20) === 0 ? `"${t}"` : `"${t.replaceAll('"', '""')}"`)
      : t
  }
  const row = (n) => many(n, cell).join(comma)
  const header = many(width, (_, i) => `c${i}`).join(comma)
  const rows = many(random(5), () => row(random(15) === 0 ? width + 1 : width))
  return (random(3) === 0 ? '\ufeff' : '') + [header, ...rows].join(end) + (random(2) === 0 ? end : '')
}

const files = [...byHand, ...many(400, noise), ...many(400, table)]

const delimiterOf = (text) => {
  const first = text.split(/[\r\n]/).find((line) => line !== '' && line !== '\ufeff') ?? ''
  const bare = first.replaceAll(/"[^"]*"/g, '')
  const count = (mark) => bare.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

const theirs = (text) => {
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
    })
  } catch (error) {
    return error.code
  }
}

const folder = mkdtempSync(join(tmpdir(), 'csv-'))
const names = files.map((text, i) => {
  const name = join(folder, `${i}.csv`)
  writeFileSync(name, text)
  return name
})
const ours = execFileSync(process.argv[2], names, { maxBuffer: 1 << 26 })
  .toString().trimEnd().split('\n').map((line) => JSON.parse(line))
rmSync(folder, { recursive: true })

let [passed, failed, accepted] = [0, 0, 0]
files.forEach((text, i) => {
  const [we, they] = [ours[i], theirs(text)]
  const same = typeof they === 'string' ? typeof we === 'string' : JSON.stringify(we) === JSON.stringify(they)
  accepted += typeof they === 'string' ? 0 : 1
  if (same) passed += 1
  else {
    failed += 1
    console.log(`${JSON.stringify(text)}: ours ${JSON.stringify(we)}, csv-parse ${JSON.stringify(they)}`)
  }
})
console.log(`csv: ${passed} passed, ${failed} failed; ${accepted} of ${files.length} accepted by both`)
process.exit(failed === 0 && accepted > 100 && accepted < files.length - 100 ? 0 : 1)
