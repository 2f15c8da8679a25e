using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Akshi.Logs;

/// <summary>The log of the runtime (contract, sections 2.4 and 4.1).</summary>
internal sealed class LogsFeature : IAkshiFeature
{
    private const int DefaultLimit = 100;

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<SecretMask>();
        services.AddSingleton<RuntimeLog>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AkshiRoutes routes)
    {
        var log = routes.Service<RuntimeLog>();
        routes.Get(call => new ValueTask<JsonAnswer>(Read(call, log)), Access.Operator, "/api/v1/logs");
    }

    private static JsonAnswer Read(AkshiCall call, RuntimeLog log)
    {
        var query = CursorQuery.Read(call.Http.Request, DefaultLimit, out var errors);
        if (!errors.IsEmpty)
            return AkshiErrors.Invalid(errors);

        var page = log.Read(query.Since, query.From, query.Limit);
        return Answer.Ok(json => Write(json, page));
    }

    private static void Write(Utf8JsonWriter json, LogPage page)
    {
        json.WriteNumber("next_seq"u8, page.NextSeq);
        json.WriteStartArray("logs"u8);
        foreach (var entry in page.Entries)
        {
            json.WriteStartObject();
            json.WriteNumber("seq"u8, entry.Seq);
            json.WriteString("ts"u8, WireTime.Text(entry.At));
            json.WriteString("level"u8, LogWords.Of(entry.Severity));
            json.WriteString("agent"u8, entry.Agent);
            json.WriteString("message"u8, entry.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
