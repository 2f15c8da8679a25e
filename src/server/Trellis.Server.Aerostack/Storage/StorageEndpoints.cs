using System.Text.Json;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Storage;

/// <summary>What is done with files beside sending and taking them (contract, section 2.2.4).</summary>
internal sealed class StorageEndpoints(IStore store, FileShelf shelf, FileUrl urls)
{
    private const int DefaultPage = 100;
    private const int LargestPage = 1000;
    private const int LongestPrefix = 1024;
    private const int LongestCursor = 2048;

    /// <summary>An address at which the file can be read without a key.</summary>
    public async ValueTask<JsonAnswer> GetUrlAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var key = KeyField.Read(fields);
        var seconds = fields.OptionalInteger("expiresIn", 1, FileUrl.LongestSeconds) ?? FileUrl.LongestSeconds;
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        return await shelf.FindAsync(call.ProjectId, key, call.Aborted) is null
            ? AerostackErrors.NotFound("The file")
            : Answer.Ok(json => json.WriteString("url"u8, urls.Make(call, key, (int)seconds)));
    }

    /// <summary>The files whose keys begin with a prefix, in the order of their keys.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var prefix = fields.OptionalText("prefix", LongestPrefix) ?? "";
        var limit = (int)(fields.OptionalInteger("limit", 1, LargestPage) ?? DefaultPage);
        if (!KeyRange.TryMake(prefix.StartsWith('/') ? prefix[1..] : prefix, fields.OptionalText("cursor", LongestCursor), out var range))
            fields.Errors.Add("cursor", "must be one that a page ended with");
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        // One more than asked for tells whether there is a further page.
        var found = await store.ReadAsync(session => ObjectTable.ListAsync(session, call.ProjectId, range!, limit + 1), call.Aborted);
        var page = found.Take(limit).ToList();
        return Answer.Ok(json =>
        {
            json.WriteStartArray("objects"u8);
            foreach (var file in page)
                Write(json, file);
            json.WriteEndArray();
            json.WriteBoolean("truncated"u8, found.Count > limit);
            if (found.Count > limit)
                json.WriteString("cursor"u8, KeyRange.CursorAfter(page[^1].Key));
        });
    }

    /// <summary>Removes a file; one that is not there is removed already.</summary>
    public async ValueTask<JsonAnswer> DeleteAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var key = KeyField.Read(fields);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        await shelf.RemoveAsync(call.ProjectId, key, call.Aborted);
        return Answer.Success();
    }

    /// <summary>Whether there is a file.</summary>
    public async ValueTask<JsonAnswer> ExistsAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var key = KeyField.Read(fields);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var file = await shelf.FindAsync(call.ProjectId, key, call.Aborted);
        return Answer.Ok(json => json.WriteBoolean("exists"u8, file is not null));
    }

    /// <summary>What is known of a file.</summary>
    public async ValueTask<JsonAnswer> GetMetadataAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var key = KeyField.Read(fields);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var file = await shelf.FindAsync(call.ProjectId, key, call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteBoolean("exists"u8, file is not null);
            if (file is not null)
                WriteFacts(json, file);
        });
    }

    /// <summary>Copies a file.</summary>
    public ValueTask<JsonAnswer> CopyAsync(AerostackCall call) => CopyAsync(call, isMove: false);

    /// <summary>Gives a file another key.</summary>
    public ValueTask<JsonAnswer> MoveAsync(AerostackCall call) => CopyAsync(call, isMove: true);

    private async ValueTask<JsonAnswer> CopyAsync(AerostackCall call, bool isMove)
    {
        var fields = call.Fields;
        var source = KeyField.Read(fields, "sourceKey");
        var destination = KeyField.Read(fields, "destKey");
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);
        if (await shelf.CopyAsync(call.ProjectId, source, destination, isMove, call.At, call.Aborted) is { } refusal)
            return refusal;

        return Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, true);
            json.WriteString("url"u8, urls.Make(call, destination));
        });
    }

    private static void Write(Utf8JsonWriter json, StoredFile file)
    {
        json.WriteStartObject();
        json.WriteString("key"u8, file.Key);
        WriteFacts(json, file);

        // The worker SDK's own name for the date.
        json.WriteTime("uploaded"u8, file.ModifiedAt);
        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, StoredFile file)
    {
        json.WriteNumber("size"u8, file.Size);
        json.WriteString("contentType"u8, file.ContentType);
        json.WriteTime("lastModified"u8, file.ModifiedAt);
        json.WriteString("etag"u8, file.Sha256);
    }
}
