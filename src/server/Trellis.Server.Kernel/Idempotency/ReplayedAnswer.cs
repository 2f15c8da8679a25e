using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Kernel.Idempotency;

/// <summary>An answer that was given before; <c>Idempotency-Replayed: true</c> says so.</summary>
internal sealed class ReplayedAnswer(int status, byte[] body) : JsonAnswer
{
    private const string Header = "Idempotency-Replayed";

    /// <inheritdoc/>
    public override int Status => status;

    /// <inheritdoc/>
    public override void WriteHeaders(IHeaderDictionary headers) => headers[Header] = "true";

    /// <inheritdoc/>
    public override void WriteBody(Utf8JsonWriter json) => json.WriteRawValue(body, skipInputValidation: true);
}
