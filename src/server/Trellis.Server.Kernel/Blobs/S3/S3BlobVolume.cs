using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Trellis.Server.Kernel.Blobs;

/// <summary>
/// Blobs as objects of a bucket. Content of unknown length goes up in parts, each held in memory while it is sent, and becomes an object
/// when the last is there.
/// </summary>
internal sealed class S3BlobVolume : IBlobVolume, IDisposable
{
    private readonly AmazonS3Client _client;
    private readonly S3Location _location;

    public S3BlobVolume(S3Location location, S3Credentials credentials)
    {
        _location = location;
        _client = new AmazonS3Client(
            credentials.SessionToken is { } token
                ? new SessionAWSCredentials(credentials.AccessKeyId, credentials.SecretAccessKey, token)
                : new BasicAWSCredentials(credentials.AccessKeyId, credentials.SecretAccessKey),
            new AmazonS3Config
            {
                ServiceURL = location.Endpoint.AbsoluteUri,
                AuthenticationRegion = location.Region,
                ForcePathStyle = true,

                // Services other than Amazon's own know neither the checksums that its client adds nor the trailers that carry them. The
                // signature covers the SHA-256 of each body anyway.
                RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
                ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            });
    }

    /// <inheritdoc/>
    public Task WriteAsync(string id, Stream content, CancellationToken cancellationToken) =>
        GuardAsync(() => new S3Upload(_client, _location.Bucket, KeyOf(id)).RunAsync(content, cancellationToken), "written");

    /// <inheritdoc/>
    public async Task<Stream?> OpenReadAsync(string id, long offset, long? length, CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest { BucketName = _location.Bucket, Key = KeyOf(id) };
        if (offset > 0 || length is not null)
            request.ByteRange = length is { } bytes ? new ByteRange(offset, offset + bytes - 1) : new ByteRange($"bytes={offset}-");
        return await GuardAsync(() => OpenAsync(request, cancellationToken), "read");
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string id, CancellationToken cancellationToken) => GuardAsync(() => RemoveKeyAsync(KeyOf(id), cancellationToken), "removed");

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<Stream?> OpenAsync(GetObjectRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return (await _client.GetObjectAsync(request, cancellationToken)).ResponseStream;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task<bool> RemoveKeyAsync(string key, CancellationToken cancellationToken)
    {
        await _client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = _location.Bucket, Key = key }, cancellationToken);

        // The parts of an upload that was cut off are no object, and stay until they are asked after.
        var unfinished = await _client.ListMultipartUploadsAsync(
            new ListMultipartUploadsRequest { BucketName = _location.Bucket, Prefix = key }, cancellationToken);
        foreach (var upload in unfinished.MultipartUploads ?? [])
        {
            await _client.AbortMultipartUploadAsync(
                new AbortMultipartUploadRequest { BucketName = _location.Bucket, Key = upload.Key, UploadId = upload.UploadId }, cancellationToken);
        }

        return true;
    }

    private string KeyOf(string id)
    {
        BlobId.ThrowIfNotOne(id);
        return _location.Prefix + id;
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> call, string what)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new IOException($"The content in {_location} cannot be {what}: {exception.Message}", exception);
        }
    }
}
