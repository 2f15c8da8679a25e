using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Kernel.Blobs;

namespace Trellis.Server.Aerostack.Storage;

/// <summary>
/// Reads the parts of an upload in whatever order they come (contract, section 6.1). The bytes of the file go from the connection to where
/// they are kept, and nowhere else.
/// </summary>
internal sealed class FileUpload(IBlobStore blobs, StorageOptions options)
{
    private const string FilePart = "file";
    private const string KeyPart = "key";
    private const string TypePart = "contentType";
    private const int LongestText = 4096;

    private Blob? _blob;
    private string? _partType;
    private string? _key;
    private string? _type;

    /// <summary>Reads the request to its end.</summary>
    /// <returns>The refusal; null when everything is there, and then <see cref="Take"/> says what.</returns>
    public async Task<AerostackError?> ReadAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            while (await NextAsync(reader, cancellationToken) is { } section)
            {
                if (await ReadAsync(section, cancellationToken) is { } refusal)
                    return refusal;
            }
        }
        catch (BlobTooLargeException exception)
        {
            return StorageErrors.TooLarge(exception.Limit);
        }
        catch (Exception exception) when (exception is InvalidDataException or BrokenFormException)
        {
            return AerostackErrors.BadRequest("The body is not well-formed 'multipart/form-data'.");
        }

        return (_blob, _key) switch
        {
            (null, _) => AerostackErrors.Invalid(FilePart, "is required"),
            (_, null) => AerostackErrors.Invalid(KeyPart, "is required"),
            _ => null,
        };
    }

    /// <summary>What was uploaded. The type of the field wins over that of the part, and that over what the key suggests (contract, section 6.2).</summary>
    public StoredFile Take(DateTimeOffset at) => new(
        _key!, _blob!.Id, _blob.Length, _blob.Sha256, _type ?? _partType ?? MediaType.GuessFrom(_key!), at);

    /// <summary>Gives up the bytes that were read.</summary>
    public Task AbandonAsync() => _blob is null ? Task.CompletedTask : blobs.AbandonAsync(_blob.Id, CancellationToken.None);

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            throw new BrokenFormException(exception);
        }
    }

    private async Task<AerostackError?> ReadAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        switch (NameOf(section))
        {
            case FilePart when _blob is null:
                _partType = MediaType.IsValid(section.ContentType) ? section.ContentType : null;
                _blob = await blobs.WriteAsync(new PartStream(section.Body), options.MaxObjectBytes, cancellationToken);
                return null;
            case KeyPart when _key is null:
                if (await ReadTextAsync(section, cancellationToken) is not { } key)
                    return AerostackErrors.Invalid(KeyPart, "must be a text of at most 1024 bytes");
                return (_key = FileKey.Read(key, out var reason)) is null ? AerostackErrors.Invalid(KeyPart, reason) : null;
            case TypePart when _type is null:
                _type = await ReadTextAsync(section, cancellationToken);
                return MediaType.IsValid(_type) ? null : AerostackErrors.Invalid(TypePart, "must be a media type");
            case FilePart or KeyPart or TypePart:
                return AerostackErrors.BadRequest("A part is given twice.");
            default:
                return null;
        }
    }

    private static string? NameOf(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
            ? HeaderUtilities.RemoveQuotes(disposition.Name).Value
            : null;

    private static async Task<string?> ReadTextAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestText + 1];
        await using var body = new PartStream(section.Body);
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        try
        {
            return length > LongestText
                ? null
                : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(buffer, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
