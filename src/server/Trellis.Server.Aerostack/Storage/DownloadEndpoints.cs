using Microsoft.AspNetCore.Http.Features;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Storage;

/// <summary>Gives files out: to who has a key, and to who has an address.</summary>
internal sealed class DownloadEndpoints(FileShelf shelf, FileSender sender, FileUrl urls)
{
    /// <summary>The bytes of a file of the project, whatever <c>Accept</c> says (contract, section 1.4).</summary>
    public async ValueTask<JsonAnswer> GetAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var key = KeyField.Read(fields);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        return await SendAsync(call, call.ProjectId, key);
    }

    /// <summary>The file that a signed address names.</summary>
    public async ValueTask<JsonAnswer> OpenAsync(AerostackCall call)
    {
        var projectId = call.Route("project_id");
        if (KeyOf(call, projectId) is not { } key || !urls.IsGood(projectId, key, call.Query("expires"), call.Query("signature"), call.At))
            return AerostackErrors.Forbidden("The address is not one of this server, or its time is over.");

        return await SendAsync(call, projectId, key);
    }

    private async ValueTask<JsonAnswer> SendAsync(AerostackCall call, string projectId, string key) =>
        await shelf.FindAsync(projectId, key, call.Aborted) is { } file ? await sender.SendAsync(call, file) : AerostackErrors.NotFound("The file");

    // From the request line, since the routes' own decoding of paths does not tell an escaped slash from one that parts segments.
    private static string? KeyOf(AerostackCall call, string projectId)
    {
        var target = call.Http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var prefix = $"{FileUrl.Root}{projectId}/";
        var start = target.IndexOf(prefix, StringComparison.Ordinal);
        if (start < 0)
            return null;

        var path = target[(start + prefix.Length)..];
        var end = path.IndexOf('?', StringComparison.Ordinal);
        var key = Uri.UnescapeDataString(end < 0 ? path : path[..end]);
        return StorableText.IsValid(key) ? key : null;
    }
}
