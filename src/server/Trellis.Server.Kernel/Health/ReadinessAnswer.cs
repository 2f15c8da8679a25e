using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Kernel.Health;

/// <summary>Says whether the server is ready, and which part is not. Why it is not stands in the log.</summary>
internal sealed class ReadinessAnswer(Readiness readiness) : JsonObjectAnswer
{
    /// <inheritdoc/>
    public override int Status => readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;

    /// <inheritdoc/>
    public override void WriteHeaders(IHeaderDictionary headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers.CacheControl = "no-store";
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("status"u8, readiness.IsReady ? "ready"u8 : readiness.IsStopping ? "stopping"u8 : "unavailable"u8);
        json.WriteStartObject("checks"u8);
        WriteCheck(json, "store.read"u8, readiness.CanRead);
        WriteCheck(json, "store.write"u8, readiness.CanWrite);
        json.WriteEndObject();
    }

    private static void WriteCheck(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool? isGood)
    {
        if (isGood is not null)
            json.WriteString(name, isGood.Value ? "ok"u8 : "failed"u8);
    }
}
