using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Health;

/// <summary>The health in the forms of both documented clients: a boolean and a word (contract, section 2.1).</summary>
internal sealed class HealthAnswer(bool isShuttingDown, TimeSpan uptime) : JsonObjectAnswer
{
    /// <inheritdoc/>
    public override int Status => isShuttingDown ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteBoolean("ok"u8, !isShuttingDown);
        json.WriteString("status"u8, isShuttingDown ? ErrorCodes.ShuttingDown : "ok");
        if (isShuttingDown)
        {
            json.WriteString("error"u8, ErrorCodes.ShuttingDown);
            json.WriteString("detail"u8, "The runtime is shutting down.");
        }

        json.WriteString("version"u8, RuntimeVersion.Text);
        json.WriteNumber("uptime_ms"u8, (long)uptime.TotalMilliseconds);
    }
}
