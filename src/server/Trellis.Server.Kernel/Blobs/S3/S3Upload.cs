using System.Buffers;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Trellis.Server.Kernel.Blobs;

/// <summary>One piece of content on its way up: in one request if it is small, else in parts.</summary>
internal sealed class S3Upload(AmazonS3Client client, string bucket, string key)
{
    /// <summary>The service takes parts from 5 MiB on and at most 10 000 of them, so that an object has up to 78 GiB.</summary>
    public const int PartBytes = 8 * 1024 * 1024;

    public async Task<bool> RunAsync(Stream content, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(PartBytes);
        try
        {
            var first = await FillAsync(content, buffer, cancellationToken);
            if (first < PartBytes)
                await PutAsync(buffer, first, cancellationToken);
            else
                await PutPartsAsync(content, buffer, cancellationToken);
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static ValueTask<int> FillAsync(Stream content, byte[] buffer, CancellationToken cancellationToken) =>
        content.ReadAtLeastAsync(buffer.AsMemory(0, PartBytes), PartBytes, throwOnEndOfStream: false, cancellationToken);

    private async Task PutAsync(byte[] buffer, int length, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(buffer, 0, length, writable: false);
        await client.PutObjectAsync(
            new PutObjectRequest { BucketName = bucket, Key = key, InputStream = body, UseChunkEncoding = false }, cancellationToken);
    }

    private async Task PutPartsAsync(Stream content, byte[] buffer, CancellationToken cancellationToken)
    {
        var upload = await client.InitiateMultipartUploadAsync(
            new InitiateMultipartUploadRequest { BucketName = bucket, Key = key }, cancellationToken);
        try
        {
            var parts = new List<PartETag>();
            for (var length = PartBytes; length > 0; length = await FillAsync(content, buffer, cancellationToken))
                parts.Add(await PutPartAsync(upload.UploadId, parts.Count + 1, buffer, length, cancellationToken));

            await client.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = upload.UploadId, PartETags = parts }, cancellationToken);
        }
        catch
        {
            await AbortAsync(upload.UploadId);
            throw;
        }
    }

    private async Task<PartETag> PutPartAsync(string uploadId, int number, byte[] buffer, int length, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(buffer, 0, length, writable: false);
        var part = await client.UploadPartAsync(
            new UploadPartRequest
            {
                BucketName = bucket,
                Key = key,
                UploadId = uploadId,
                PartNumber = number,
                PartSize = length,
                InputStream = body,
                UseChunkEncoding = false,
            },
            cancellationToken);
        return new PartETag(number, part.ETag);
    }

    private async Task AbortAsync(string uploadId)
    {
        try
        {
            await client.AbortMultipartUploadAsync(
                new AbortMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = uploadId }, CancellationToken.None);
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            // Why the upload failed matters more to the caller; whoever removes the blob aborts it again.
        }
    }
}
