// Reads exports with parsers of other people, and holds them against one another.
//
//   node run.mjs FOLDER    with export.json, export.csv, claims.csv, export.md, export.jsonl
//
// One line a failure, then `N passed, N failed`; exit status 1 if any failed.

import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import MarkdownIt from 'markdown-it'

const folder = process.argv[2]
const read = (name) => readFileSync(`${folder}/${name}`, 'utf8')
let passed = 0
let failed = 0
const check = (what, holds) => {
  if (holds) passed += 1
  else {
    failed += 1
    console.log(what)
  }
}

const story = JSON.parse(read('export.json'))
const records = read('export.jsonl').trimEnd().split('\n').map((line) => JSON.parse(line))
const reports = records.filter((r) => r.record === 'report')
check('json: as many reports as records of reports', story.reports.length === reports.length)
check('json: every draft', story.drafts.length === records.filter((r) => r.record === 'draft').length)

// RFC 4180 as csv-parse has it: as many fields in every row as in the header, no stray quotes.
const rows = (name) => {
  const text = read(name)
  check(`${name}: lines end with CRLF`, !/[^\r]\n/.test(text.replaceAll(/"[^"]*"/g, '')))
  return parse(text, { columns: true, relax_quotes: false, record_delimiter: '\r\n' })
}
const changes = rows('export.csv')
check('csv: a row for every change', changes.length === story.changes.length)
check('csv: the changes of json', changes.every((row, i) =>
  row.draft === story.changes[i].draft && row.term === story.changes[i].term &&
  row.change === story.changes[i].change))
const claims = rows('claims.csv')
const told = reports.flatMap((r) => r.claims ?? [])
check('claims.csv: a row for every claim', claims.length === told.length)

// A table for every term with changes, of as many rows; nothing from outside becomes HTML.
const tokens = new MarkdownIt({ html: true }).parse(read('export.md'), {})
const kinds = new Set(tokens.flatMap((t) => [t.type, ...(t.children ?? []).map((c) => c.type)]))
check('md: no HTML', !kinds.has('html_block') && !kinds.has('html_inline'))
check('md: tables', tokens.filter((t) => t.type === 'table_open').length >=
  new Set(story.changes.map((c) => c.term)).size)

console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
