using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Kernel.Blobs;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Registry;

/// <summary>
/// Reads the parts of a package in whatever order they come. The bytes of the module go from the connection to where they are kept, and
/// nowhere else.
/// </summary>
internal sealed class PackageUpload(IBlobStore blobs)
{
    /// <summary>The longest module, in bytes.</summary>
    public const long LongestModule = 64L << 20;

    private const string ModulePart = "wasm";
    private const int LongestText = 4096;
    private const int LongestId = 128;

    private static readonly string[] TextParts = ["id", "version", "description"];

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private Blob? _blob;

    /// <summary>Reads the request to its end.</summary>
    /// <returns>The refusal; null when everything is there, and then <see cref="Take"/> says what.</returns>
    public async Task<AkshiError?> ReadAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            while (await NextAsync(reader, cancellationToken) is { } section)
            {
                if (await ReadAsync(section, cancellationToken) is { } refusal)
                    return refusal;
            }
        }
        catch (BlobTooLargeException)
        {
            return AkshiErrors.TooLarge($"A module has at most {LongestModule} bytes.");
        }
        catch (Exception error) when (error is InvalidDataException or BrokenFormException)
        {
            return AkshiErrors.BadRequest("The body is not well-formed 'multipart/form-data'.");
        }

        var errors = Check();
        return errors.IsEmpty ? null : AkshiErrors.Invalid(errors);
    }

    /// <summary>What was uploaded.</summary>
    public Package Take(DateTimeOffset at) => new(
        _texts["id"], _texts["version"], _texts.GetValueOrDefault("description", ""), _blob!.Length, $"sha256:{_blob.Sha256}", _blob.Id, at);

    /// <summary>Gives up the bytes that were read.</summary>
    public Task AbandonAsync() => _blob is null ? Task.CompletedTask : blobs.AbandonAsync(_blob.Id, CancellationToken.None);

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (IOException error) when (error is not BadHttpRequestException)
        {
            throw new BrokenFormException(error);
        }
    }

    private async Task<AkshiError?> ReadAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        var name = NameOf(section);
        if (name is null || (name != ModulePart && !TextParts.Contains(name, StringComparer.Ordinal)))
            return null;
        if (name == ModulePart ? _blob is not null : _texts.ContainsKey(name))
            return AkshiErrors.Invalid(name, "is given twice");

        if (name == ModulePart)
            _blob = await blobs.WriteAsync(new PartStream(section.Body), LongestModule, cancellationToken);
        else if (await ReadTextAsync(section, cancellationToken) is { } text)
            _texts.Add(name, text);
        else
            return AkshiErrors.Invalid(name, $"must be a text of at most {LongestText} bytes");
        return null;
    }

    private FieldErrors Check()
    {
        var errors = new FieldErrors();
        if (!_texts.TryGetValue("id", out var id) || !IsId(id))
            errors.Add("id", $"must have 1 to {LongestId} letters, digits, dots, hyphens and underscores, and begin with a letter or digit");
        if (!_texts.TryGetValue("version", out var version) || SemanticVersion.TryParse(version) is null)
            errors.Add("version", "must be a semantic version, such as 1.0.0");
        if (_blob is null)
            errors.Add(ModulePart, "is required");
        return errors;
    }

    private static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId
        && char.IsAsciiLetterOrDigit(id[0])
        && id.All(static character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_');

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
            return length <= LongestText
                && new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(buffer, 0, length) is var text
                && StorableText.IsValid(text)
                    ? text
                    : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
