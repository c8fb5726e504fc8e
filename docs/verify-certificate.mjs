// node verify-certificate.mjs certificate.pdf jwks.json: what was signed, by the key that is published; no word to us.
// In place of the PDF a text file with what its QR code says will do. The keys: https://<platform>/api/jwks.json
import { createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

const [proof, keys] = process.argv.slice(2).map((file) => readFileSync(file, 'latin1'))
const [, packed, signature, kid] = /NMPX1\.([\w-]+)\.([\w-]{86})\.([\w-]+)/.exec(proof) ?? []
const [content, mark] = [
  inflateRawSync(Buffer.from(packed, 'base64url')),
  Buffer.from(signature, 'base64url'),
]
const key = createPublicKey({ key: JSON.parse(keys).keys.find((one) => one.kid === kid), format: 'jwk' })
const isGood = verify('sha256', content, { key, dsaEncoding: 'ieee-p1363' }, mark)
console.log(isGood ? `签名有效 signed by ${kid}:\n${content}` : '签名无效 the signature does not match')
process.exitCode = isGood ? 0 : 1
