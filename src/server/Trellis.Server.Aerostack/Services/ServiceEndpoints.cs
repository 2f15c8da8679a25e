using System.Text.Json;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Services;

/// <summary>Which services a project has, on paths of our own.</summary>
internal sealed class ServiceEndpoints(IStore store, ServiceClient client)
{
    private const int LongestUrl = 2048;
    private const int LongestTimeout = 300_000;
    private const int DefaultTimeout = 30_000;

    /// <summary>The longest name of a service.</summary>
    public const int LongestName = 255;

    /// <summary>Adds a service, or changes the one of this name.</summary>
    public async ValueTask<JsonAnswer> RegisterAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var name = fields.Text("name", LongestName);
        var url = fields.Text("url", LongestUrl);
        var timeout = fields.OptionalInteger("timeoutMs", 1, LongestTimeout) ?? DefaultTimeout;
        if (url.Length > 0 && Refuse(url) is { } reason)
            fields.Errors.Add("url", reason);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var service = new Service(name, url, TimeSpan.FromMilliseconds(timeout), call.At);
        await store.WriteAsync(session => ServiceTable.SetAsync(session, call.ProjectId, service), call.Aborted);
        return Answer.Success();
    }

    /// <summary>The services, by name.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AerostackCall call)
    {
        var services = await store.ReadAsync(session => ServiceTable.ListAsync(session, call.ProjectId), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("services"u8);
            foreach (var service in services)
                Write(json, service);
            json.WriteEndArray();
        });
    }

    /// <summary>Removes a service.</summary>
    public async ValueTask<JsonAnswer> DeleteAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var name = fields.Text("name", LongestName);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var isGone = await store.WriteAsync(session => ServiceTable.RemoveAsync(session, call.ProjectId, name), call.Aborted);
        return isGone ? Answer.Success() : AerostackErrors.NotFound("The service");
    }

    private static void Write(Utf8JsonWriter json, Service service)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, service.Name);
        json.WriteString("url"u8, service.Url);
        json.WriteNumber("timeoutMs"u8, (long)service.Timeout.TotalMilliseconds);
        json.WriteTime("createdAt"u8, service.CreatedAt);
        json.WriteEndObject();
    }

    private string? Refuse(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? client.Refuse(address) : "must be an absolute URL";
}
