// What the tests ask of JavaScript's RDF tools: one process for many files, and one JSON line for each.
//
//   node tools.mjs quads FILE…                      canonical N-Quads (RDFC-1.0) of each file, by its ending
//   node tools.mjs rows GRAPH QUERY…                Comunica's rows of each query over a file of N-Quads
//   node tools.mjs findings SHAPES BESIDE GRAPH…    what shacl-engine finds in each graph with another beside it
import { createReadStream, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { QueryEngine } from '@comunica/query-sparql-rdfjs-lite'
import jsonld from 'jsonld'
import n3 from 'n3'
import { canonize } from 'rdf-canonize'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import { Validator } from 'shacl-engine'
import * as sparql from 'shacl-engine/sparql.js'

const N3 = { ttl: 'Turtle', nt: 'N-Triples', nq: 'N-Quads', trig: 'TriG' }

const ending = (path) => path.slice(path.lastIndexOf('.') + 1)
const text = (path) => readFileSync(path, 'utf8')
const tell = (answer) => process.stdout.write(JSON.stringify(answer) + '\n')
const parsed = (path) => new n3.Parser({ format: N3[ending(path)] }).parse(text(path))

async function quads (path) {
  if (ending(path) === 'jsonld') return jsonld.toRDF(JSON.parse(text(path)))
  if (ending(path) !== 'rdf') return parsed(path)
  const stream = createReadStream(path).pipe(new RdfXmlParser({ baseIRI: pathToFileURL(path).href }))
  const found = []
  for await (const quad of stream) found.push(quad)
  return found
}

function term (found) {
  if (found === undefined || found === null) return null
  if (found.termType !== 'Literal') return { type: found.termType === 'NamedNode' ? 'uri' : 'bnode', value: found.value }
  const told = { type: 'literal', value: found.value, datatype: found.datatype.value }
  return found.language ? { ...told, 'xml:lang': found.language } : told
}

async function rows (engine, store, query) {
  const answer = await engine.query(text(query), { sources: [store] })
  const found = await (await answer.execute()).toArray()
  const names = (await answer.metadata()).variables.map((variable) => variable.value)
  return { names, rows: found.map((row) => names.map((name) => term(row.get(name)))) }
}

function finding (result) {
  const step = result.path?.length === 1 && result.path[0]
  const name = step && step.quantifier === 'one' && step.predicates.length === 1 && step.predicates[0].value
  return {
    focus: result.focusNode.term.value,
    shape: result.shape.ptr.term.value,
    constraint: result.source?.[0]?.value ?? null,
    path: result.path ? (name ? (step.start === 'object' ? '^' : '') + name : '(path)') : null,
    severity: result.severity.value,
    value: term(result.value?.term)
  }
}

const tasks = {
  async quads (...paths) {
    for (const path of paths) tell({ quads: await canonize(await quads(path), { algorithm: 'RDFC-1.0' }), warnings: [] })
  },
  async rows (graph, ...queries) {
    const [engine, store] = [new QueryEngine(), new n3.Store(parsed(graph))]
    for (const query of queries) tell(await rows(engine, store, query).catch((error) => ({ error: String(error) })))
  },
  async findings (shapes, beside, ...graphs) {
    const options = { factory: n3.DataFactory, validations: sparql.validations, targetResolvers: sparql.targetResolvers }
    const validator = new Validator(new n3.Store(parsed(shapes)), options)
    const more = parsed(beside)
    for (const graph of graphs) {
      const { results } = await validator.validate({ dataset: new n3.Store([...more, ...parsed(graph)]) })
      tell(results.map(finding))
    }
  }
}

const [task, ...paths] = process.argv.slice(2)
await tasks[task](...paths)
