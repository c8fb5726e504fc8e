import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { environment } from './environment.ts'
import type { ObjectStore } from './objects-port.ts'

const absent = (error: unknown): boolean => error instanceof NoSuchKey || error instanceof NotFound

const s3 = (client: S3Client, Bucket: string): ObjectStore => ({
  async put(Key, bytes, { contentType, ifAbsent }) {
    await client.send(
      new PutObjectCommand({
        Bucket,
        Key,
        Body: bytes,
        ContentType: contentType,
        ...(ifAbsent ? { IfNoneMatch: '*' } : {}),
      }),
    )
  },
  async get(Key) {
    try {
      const { Body, ContentType } = await client.send(new GetObjectCommand({ Bucket, Key }))
      return (
        Body && {
          bytes: await Body.transformToByteArray(),
          contentType: ContentType ?? 'application/octet-stream',
        }
      )
    } catch (error) {
      if (absent(error)) return undefined
      throw error
    }
  },
  async head(Key) {
    try {
      const { ContentLength, ContentType } = await client.send(new HeadObjectCommand({ Bucket, Key }))
      return { size: ContentLength ?? 0, contentType: ContentType ?? 'application/octet-stream' }
    } catch (error) {
      if (absent(error)) return undefined
      throw error
    }
  },
  async delete(Key) {
    await client.send(new DeleteObjectCommand({ Bucket, Key }))
  },
  async uploadUrl(Key, { contentType, size, sha256, expiresInSeconds }) {
    // Checksum and length are signed, so the address takes exactly the announced file.
    const checksum = Buffer.from(sha256, 'hex').toString('base64')
    const url = await getSignedUrl(
      client,
      new PutObjectCommand({
        Bucket,
        Key,
        ContentType: contentType,
        ContentLength: size,
        ChecksumSHA256: checksum,
      }),
      { expiresIn: expiresInSeconds, unhoistableHeaders: new Set(['x-amz-checksum-sha256']) },
    )
    return { url, method: 'PUT', headers: { 'content-type': contentType, 'x-amz-checksum-sha256': checksum } }
  },
})

/** The bucket of a Lambda. */
export const objectsFromEnvironment = (): ObjectStore => s3(new S3Client(), environment('BUCKET_NAME'))
