// Holds the published schemas to what is accepted and refused.
//
//   node run.mjs                     the table of cases, and the schema of answers against itself
//   node run.mjs --records FILE…     each line of JSON Lines files is a record
//   node run.mjs --answers FILE…     each file is what a command with a shape in the schema printed
//                                   with --json, or what `export --format json` wrote
//
// One line a failure, then `N passed, N failed`; exit status 1 if any failed, 2 if it could not run.

import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020.js'

const here = (path) => new URL(path, import.meta.url)
const load = (path) => JSON.parse(readFileSync(here(path), 'utf8'))

const ajv = new Ajv2020.default({ strict: true, allowUnionTypes: true, allErrors: true })
const recordSchema = load('../../schema/record.schema.json')
const answersSchema = load('../../schema/answers.schema.json')
const record = ajv.compile(recordSchema)
const answer = ajv.compile(answersSchema)

let passed = 0
let failed = 0
const count = (fault) => {
  if (fault === null) passed += 1
  else {
    failed += 1
    console.log(fault)
  }
}

// Where an error stands: a missing member points to the object that lacks it, an unknown one to itself.
const step = (name) => '/' + name.replaceAll('~', '~0').replaceAll('/', '~1')
const pointerOf = (error) => {
  const { keyword, instancePath, params } = error
  if (keyword === 'additionalProperties') return instancePath + step(params.additionalProperty)
  if (keyword === 'unevaluatedProperties') return instancePath + step(params.unevaluatedProperty)
  if (keyword === 'uniqueItems') return instancePath + step(String(Math.max(params.i, params.j)))
  return instancePath
}

// The deepest errors say most; those of an `anyOf` as a whole say least.
const why = (errors) => {
  const told = errors.filter((e) => !['anyOf', 'oneOf', 'if'].includes(e.keyword))
  const first = (told.length > 0 ? told : errors)
    .map((e) => ({ at: pointerOf(e), text: e.message }))
    .sort((a, b) => b.at.split('/').length - a.at.split('/').length)[0]
  return `${first.at === '' ? 'the whole' : first.at}: ${first.text}`
}

// --- records ---------------------------------------------------------------------------------

const runCase = (test) => {
  const accepted = record(test.record)
  const expected = test.accept || test.schema === 'accepts'
  if (accepted && expected) return null
  if (accepted) return `${test.name}: accepted, should be refused at "${test.pointer}"`
  if (expected) return `${test.name}: refused at ${why(record.errors)}`
  const found = record.errors.map(pointerOf)
  // What makes no sense within one value points to the value as a whole.
  const inside = test.pointer.endsWith('/value') ? test.pointer + '/' : null
  const hit = found.some((p) => p === test.pointer || (inside !== null && p.startsWith(inside)))
  return hit ? null : `${test.name}: refused at "${found[0]}", should be at "${test.pointer}"`
}

const wellFormed = (test) => {
  const known = ['name', 'rule', 'accept', 'pointer', 'schema', 'record']
  const odd = Object.keys(test).find((k) => !known.includes(k))
  if (odd !== undefined) return `${test.name}: the case has an odd member "${odd}"`
  if (typeof test.name !== 'string' || typeof test.rule !== 'string' || typeof test.accept !== 'boolean' || !('record' in test))
    return `${test.name}: the case lacks a member`
  if (test.accept === ('pointer' in test)) return `${test.name}: a refused case has a pointer, an accepted one none`
  if ('schema' in test && (test.accept || test.schema !== 'accepts')) return `${test.name}: "schema" is misused`
  return null
}

const lines = (text) => {
  const all = text.split('\n').map((line, i) => ({ line, number: i + 1 }))
  return all.filter(({ line }) => line.trim() !== '')
}

const runCases = () => {
  const seen = new Set()
  for (const { line } of lines(readFileSync(here('../records/cases.jsonl'), 'utf8'))) {
    const test = JSON.parse(line)
    const fault = wellFormed(test) ?? (seen.has(test.name) ? `${test.name}: this name stands twice` : runCase(test))
    seen.add(test.name)
    count(fault)
  }
  // No JSON reader of the program lets this through, so it cannot stand in the table.
  const nul = { record: 'party', negotiation: 'deal', key: 'US', name: 'United\u0000States' }
  count(record(nul) ? 'text with a NUL: accepted, should be refused' : null)
}

const runRecords = (files) => {
  for (const file of files) {
    for (const { line, number } of lines(readFileSync(file, 'utf8'))) {
      const good = record(JSON.parse(line))
      count(good ? null : `${file}:${number}: ${why(record.errors)}`)
    }
  }
}

// --- answers ---------------------------------------------------------------------------------

const resolve = (schema) => answersSchema.$defs[schema.$ref.slice('#/$defs/'.length)]

// The schemas of a schema's members in their order; what it takes from another schema stands where
// that is named.
const membersOf = (schema) => {
  const own = schema.properties ?? {}
  if (!schema.$ref) return own
  const taken = membersOf(resolve(schema))
  const keys = Object.keys(schema)
  const first = keys.includes('properties') && keys.indexOf('properties') < keys.indexOf('$ref')
  return first ? { ...own, ...taken } : { ...taken, ...own }
}

// Where members stand in another order than the schema names them, or null. For valid answers.
const disorder = (schema, value, at = '') => {
  if (value === null || typeof value !== 'object') return null
  if (schema.anyOf) return disorder(schema.anyOf.find((s) => s.type !== 'null'), value, at)
  const whole = schema.$ref && !schema.properties && !schema.required ? resolve(schema) : schema
  if (whole.anyOf) return disorder(whole, value, at)
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      const fault = disorder(whole.items, item, `${at}/${i}`)
      if (fault !== null) return fault
    }
    return null
  }
  const schemas = membersOf(whole)
  const given = Object.keys(value)
  const names = Object.keys(schemas).filter((name) => given.includes(name))
  if (names.join() !== given.join())
    return `${at === '' ? 'the whole' : at}: members in the order ${given.join(', ')}, should be ${names.join(', ')}`
  for (const name of given) {
    const fault = disorder(schemas[name], value[name], at + step(name))
    if (fault !== null) return fault
  }
  return null
}

const answerName = (value) => {
  if (value === null || typeof value !== 'object') return 'diff'
  if ('format' in value) return 'timeline'
  if ('mentions' in value) return 'sources'
  if ('drafts' in value) return 'terms' in value ? 'coverage' : 'brackets'
  return 'terms' in value ? 'show' : 'from' in value ? 'diff' : 'changes'
}

const answerFault = (value) => {
  const name = answerName(value)
  if (answer(value)) return disorder(answersSchema.$defs[name], value)
  const one = ajv.getSchema(`${answersSchema.$id}#/$defs/${name}`) // for a plainer error
  return one(value) ? why(answer.errors) : why(one.errors)
}

const runAnswers = (files) => {
  for (const file of files) {
    const fault = answerFault(JSON.parse(readFileSync(file, 'utf8')))
    count(fault === null ? null : `${file}: ${fault}`)
  }
}

// Whole answers of each shape, and the same with one thing wrong, so that the schema itself is tested.
const samples = () => {
  const id = (digit) => digit.repeat(64)
  const value = (more) => ({
    kind: 'percentage', low: '50', high: '50', low_open: false, high_open: false, approx: false, unit: '%',
    per: null, base: null, tags: [], over: null, when: null, text: '50%', ...more
  })
  const wording = (kind, text) => value({ kind, low: null, high: null, unit: null, text })
  const alternative = (more) => ({
    stance: 'stated', value: value(), text: '50%', condition: null, to: [], basis: 'secondary', side: true,
    reports: [id('1'), id('a')], origins: { names: ['CNN'], min: 1, max: 2 }, ...more
  })
  const reading = (more) => ({
    status: 'settled', stance: 'stated', value: value(), text: '50%', inherited: false, reports: 2,
    origins: { min: 1, max: 2 }, alternatives: [alternative()], ...more
  })
  const deferred = reading({
    stance: 'deferred', value: null, text: 'deferred',
    alternatives: [alternative({ stance: 'deferred', value: null, text: 'deferred', to: ['a later meeting'], basis: null, origins: { names: [], min: 1, max: 1 } })]
  })
  const hundred = value({ low: '100', high: '100', base: 'revenues', tags: ['minerals', 'oil'], over: '4 years', when: { by: '2030' }, text: '100% of revenues (minerals, oil) over 4 years by 2030' })
  const bracketed = reading({
    status: 'bracketed', text: '[50% | 100%]',
    alternatives: [alternative(), alternative({ value: hundred, text: hundred.text, condition: 'if signed', basis: null })]
  })
  const draft = (more) => ({
    key: 'b', title: null, dated: '2025-02-21~', presented: null, by: ['US'], follows: ['a'], implied: true, amends: null, also: [], ...more
  })
  const change = (more) => ({
    term: 'share', change: 'raised', because: null, possible: [], contested: false, toward: 'US',
    from: reading(), to: reading(), delta: { low: '50', high: null, low_open: true, high_open: false, unit: 'points' },
    ratio: '2', tags: { added: [], removed: [] }, redline: null, when: null, over: null, condition: null, ...more
  })
  const diff = (...list) => ({ negotiation: 'n', from: draft({ key: 'a', follows: [], implied: false }), to: draft(), known_by: null, changes: list })
  const changes = (...list) => ({
    negotiation: 'n', known_by: '2025-02-24', changes: list.map((c) => ({ draft: 'b', dated: null, from_draft: null, ...c }))
  })
  const show = (...list) => ({ negotiation: 'n', draft: draft(), known_by: null, terms: list.map((r) => ({ term: 'share', ...r })) })
  const ruling = (more) => ({ id: id('c'), act: 'deprecate', dated: '2025-03-03', by: null, reason: 'garbled', ...more })
  const aside = (more) => ({
    term: 'share', report: id('b'), outlet: 'Babel', published: '2025-02-24', stance: 'stated', value: value(), text: '50%',
    condition: null, to: [], judgement: ruling(), updated: null, ...more
  })
  const claim = (more) => ({
    report: id('b'), outlet: 'Babel', published: '2025-02-24', title: 'T', url: null, draft: null, stance: 'stated', value: value(),
    text: '50%', condition: null, to: [], was: null, quote: null, where: null, note: null, basis: 'secondary',
    cites: [{ outlet: 'CNN', who: null, basis: null, url: null, cites: [{ outlet: null, who: 'an official', basis: 'anonymous', url: null, cites: [] }] }],
    origins: { names: ['CNN'], min: 1, max: 1 }, attributed: null, judgement: null, updated: null, ...more
  })
  const sourced = (more) => ({
    term: 'share', status: 'settled', text: '50%', preferred: null, alternatives: [{ ...alternative(), claims: [claim()] }], set_aside: [], ...more
  })
  const mention = { report: id('b'), outlet: 'Babel', published: '2025-02-24', draft: 'b', as: null, dated: null, presented: '2025-02-24', by: ['US'], note: null }
  const told = { report: id('b'), outlet: 'Babel', published: '2025-02-24', term: 'share', change: 'lowered', from_draft: null, text: '50%', note: null }
  const sources = (list, more) => ({ negotiation: 'n', draft: draft(), joined: null, known_by: null, terms: list, mentions: [], changes: [], ...more })
  const reported = (more) => ({ draft: 'b', term: 'share', change: 'lowered', from_draft: 'a', text: '50%', note: 'by half', report: id('a'), outlet: 'CNN', published: '2025-02-24', ...more })
  const bracket = (more) => ({
    term: 'share', text: '[50% | 100%]', shared: ['CNN'], preferred: null,
    alternatives: [{ ...alternative(), independent: [], perhaps: ['TSN'] }, { ...alternative(), independent: ['NV'], perhaps: [] }], ...more
  })
  const brackets = (...list) => ({ negotiation: 'n', known_by: null, drafts: [{ draft: 'b', dated: null, opened: 1, closed: 0, open: 1, brackets: list }] })
  const coverage = (...list) => ({ negotiation: 'n', known_by: null, terms: ['share'], drafts: [{ draft: 'b', dated: null, cells: list }] })
  const cell = (more) => ({ term: 'share', cell: 'bracketed', inherited: false, ...more })
  const of = (v) => show(reading({ value: v, alternatives: [alternative({ value: v })] }))
  const without = (object, name) => Object.fromEntries(Object.entries(object).filter(([k]) => k !== name))

  const good = {
    'empty diff': diff(),
    'empty changes': changes(),
    'empty show': show(),
    'diff: raised': diff(change()),
    'diff: not reported': diff(change({ change: 'not_reported', to: null, delta: null, ratio: null, toward: null })),
    'diff: incomparable': diff(change({ change: 'incomparable', because: 'base' })),
    'changes: first reported': changes(change({ change: 'first_reported', from: null, delta: null, ratio: null, toward: null })),
    'changes: unclear': changes(change({ change: 'unclear', possible: ['raised', 'same'], contested: true, from: bracketed, toward: null, delta: null, ratio: null })),
    'changes: incomparable for several reasons': changes(change({ change: 'incomparable', contested: true, from: bracketed })),
    'changes: reworded': changes(change({ change: 'reworded', redline: [{ op: 'keep', text: 'a' }, { op: 'cut', text: 'b' }, { op: 'new', text: 'c' }] })),
    'changes: facets': changes(change({ tags: { added: ['oil'], removed: ['gas'] }, when: { from: 'by 2022', to: null }, over: { from: null, to: '4 years' }, condition: { from: 'a', to: 'b' } })),
    'show: bracketed, deferred, inherited': show(bracketed, deferred, reading({ inherited: true })),
    'show: absent with a value': show(reading({ stance: 'absent', text: 'not 50%', alternatives: [alternative({ stance: 'absent', text: 'not 50%' })] })),
    'diff: recorded by, without': { negotiation: 'n', from: draft(), to: draft(), known_by: null, recorded_by: '2025-03', without: 'CNN', changes: [] },
    'diff: reported changes': { ...diff(), reported: [reported()] },
    'changes: reported changes': { ...changes(change()), reported: [reported(), reported({ change: 'removed', from_draft: null, text: null, note: null })] },
    'show: set aside': { ...show(reading()), set_aside: [aside(), aside({ judgement: null, updated: id('d') })] },
    'sources: empty': sources([]),
    'sources: everything': sources(
      [sourced({ preferred: ruling({ act: 'prefer' }), set_aside: [claim({ judgement: ruling({ by: 'the desk' }) })] })],
      { joined: ruling({ act: 'same_draft' }), mentions: [mention], changes: [told] }
    ),
    'sources: all set aside': sources([sourced({ status: 'silent', text: null, alternatives: [], set_aside: [claim({ updated: id('d') })] })]),
    'brackets: shared': brackets(bracket()),
    'brackets: no drafts': { ...brackets(), drafts: [] },
    'coverage': coverage(cell()),
    'coverage: no drafts': { ...coverage(), drafts: [] },
    'value: money': of(value({ kind: 'money', unit: 'USD', low: null, high: '500000000000', high_open: true, text: 'less than USD 500 billion' })),
    'value: negative decimal': of(value({ low: '-0.5', high: '12.25' })),
    'value: number without a unit': of(value({ kind: 'number', unit: null, text: '50' })),
    'value: ratio': of(wording('number', '2:1')),
    'value: duration': of(value({ kind: 'duration', low: '120', high: '120', unit: 'months', text: '10 years' })),
    'value: date': of(wording('date', 'up to 2017')),
    'value: level': of(wording('level', 'consultations')),
    'value: flag': of(wording('flag', 'yes')),
    'value: wording': of(wording('text', 'as agreed'))
  }
  const bad = {
    'diff: unknown member': { ...diff(), extra: true },
    'diff: missing member': without(diff(), 'known_by'),
    'changes: unknown member': { ...changes(), extra: true },
    'changes: missing member': without(changes(), 'negotiation'),
    'changes: reported changes, none': { ...changes(), reported: [] },
    'changes: a reported change lacks its draft': { ...changes(), reported: [without(reported(), 'draft')] },
    'changes: reported changes before those derived': { negotiation: 'n', known_by: null, reported: [reported()], changes: [] },
    'diff: a reported change without a name': { ...diff(), reported: [reported({ change: null })] },
    'changes: row lacks its draft': { ...changes(), changes: [change()] },
    'show: unknown member': { ...show(), extra: true },
    'show: missing member': without(show(), 'terms'),
    'show: reading lacks its term': { ...show(), terms: [reading()] },
    'show: silent reading': show(reading({ status: 'silent' })),
    'draft: unknown member': { ...show(), draft: draft({ note: 'n' }) },
    'draft: null list': { ...show(), draft: draft({ by: null }) },
    'order of members': { known_by: null, negotiation: 'n', changes: [] },
    'order of members, deep': diff(change({ delta: { high: null, low: '50', low_open: false, high_open: false, unit: null } })),
    'order of members, row': { ...changes(), changes: [{ ...change(), draft: 'b', dated: null, from_draft: null }] },
    'change: unknown member': diff(change({ extra: 1 })),
    'change: unknown name': diff(change({ change: 'grown' })),
    'change: not a list': diff(change({ possible: null })),
    'change: incomparable, no reason': diff(change({ change: 'incomparable' })),
    'change: a reason for nothing': diff(change({ because: 'base' })),
    'change: unclear without names': diff(change({ change: 'unclear', contested: true })),
    'change: possible, but clear': diff(change({ possible: ['raised', 'same'] })),
    'change: number as ratio': diff(change({ ratio: 2 })),
    'change: delta without ends': diff(change({ delta: { low: null, high: null, low_open: false, high_open: false, unit: null } })),
    'change: null tags': diff(change({ tags: null })),
    'change: unknown redline op': diff(change({ redline: [{ op: 'add', text: 'a' }] })),
    'reading: unknown member': show(reading({ sides: [] })),
    'reading: no alternatives': show(reading({ alternatives: [] })),
    'reading: bracketed with one alternative': show(reading({ status: 'bracketed' })),
    'reading: count as a string': show(reading({ reports: '2' })),
    'reading: stated without a value': show(reading({ value: null })),
    'reading: included with a value': show(reading({ stance: 'included' })),
    'alternative: short id': show(reading({ alternatives: [alternative({ reports: ['1a2b'] })] })),
    'alternative: deferred to, but stated': show(reading({ alternatives: [alternative({ to: ['x'] })] })),
    'alternative: origins without names': show(reading({ alternatives: [alternative({ origins: { min: 1, max: 1 } })] })),
    'show: nothing set aside': { ...show(reading()), set_aside: [] },
    'show: set aside by nobody': { ...show(), set_aside: [aside({ judgement: null })] },
    'show: set aside before the terms': { negotiation: 'n', draft: draft(), known_by: null, set_aside: [aside()], terms: [] },
    'recorded by null': { negotiation: 'n', known_by: null, recorded_by: null, changes: [] },
    'without before known_by': { negotiation: 'n', without: 'CNN', known_by: null, changes: [] },
    'ruling: unknown act': sources([], { joined: ruling({ act: 'merge' }) }),
    'ruling: no reason': sources([], { joined: ruling({ reason: null }) }),
    'sources: missing member': without(sources([]), 'mentions'),
    'sources: silent with an answer': sources([sourced({ status: 'silent' })]),
    'sources: an answer without claims': sources([sourced({ alternatives: [alternative()] })]),
    'sources: claims before the answer': sources([sourced({ alternatives: [{ claims: [claim()], ...alternative() }] })]),
    'claim: missing member': sources([sourced({ set_aside: [without(claim(), 'where')] })]),
    'cite: unknown member': sources([sourced({ set_aside: [claim({ cites: [{ outlet: 'CNN', who: null, basis: null, url: null, cites: [], note: 'n' }] })] })]),
    'mention: unknown member': sources([], { mentions: [{ ...mention, title: 'T' }] }),
    'told change: unknown name': sources([], { changes: [{ ...told, change: 'grown' }] }),
    'brackets: one answer': brackets(bracket({ alternatives: [{ ...alternative(), independent: [], perhaps: [] }] })),
    'brackets: nobody said who is independent, and who perhaps': brackets(bracket({ alternatives: [alternative(), alternative()] })),
    'brackets: negative count': { ...brackets(), drafts: [{ draft: 'b', dated: null, opened: 0, closed: 0, open: -1, brackets: [] }] },
    'coverage: silent cell': coverage(cell({ cell: 'silent' })),
    'value: missing member': of(without(value(), 'per')),
    'value: unknown member': of(value({ currency: 'USD' })),
    'value: number': of(value({ low: 50 })),
    'value: superfluous zero': of(value({ low: '50.0' })),
    'value: minus zero': of(value({ low: '-0' })),
    'value: exponent': of(value({ low: '5e1' })),
    'value: no ends': of(value({ low: null, high: null })),
    'value: open where there is no end': of(value({ low: null, low_open: true })),
    'value: level with an end': of(value({ ...wording('level', 'l'), low: '1' })),
    'value: currency in small letters': of(value({ kind: 'money', unit: 'usd' })),
    'value: two dates in when': of(value({ when: { by: '2025', until: '2026' } })),
    'value: null text': of(value({ text: null }))
  }
  return { good, bad }
}

const runSamples = () => {
  const { good, bad } = samples()
  for (const [name, value] of Object.entries(good)) {
    const fault = answerFault(value)
    count(fault === null ? null : `answer, ${name}: ${fault}`)
  }
  for (const [name, value] of Object.entries(bad)) {
    count(answerFault(value) === null ? `answer, ${name}: accepted, should be refused` : null)
  }
}

// ---------------------------------------------------------------------------------------------

try {
  const [option, ...rest] = process.argv.slice(2)
  if (option === undefined) {
    runCases()
    runSamples()
  } else {
    const files = { '--records': [], '--answers': [] }
    let current = null
    for (const word of [option, ...rest]) {
      if (word in files) current = word
      else if (current === null || word.startsWith('--')) throw new Error(`unknown argument ${word}`)
      else files[current].push(word)
    }
    if (files['--records'].length + files['--answers'].length === 0) throw new Error('no files given')
    runRecords(files['--records'])
    runAnswers(files['--answers'])
  }
} catch (error) {
  console.error(`run.mjs: ${error.message}`)
  process.exit(2)
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
