using System.Text.Json;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Aerostack.Auth;

/// <summary>An answer that says <c>"success":true</c> and more. It may hold tokens, so nobody on the way may keep it (RFC 6749, section 5.1).</summary>
internal sealed class AuthAnswer(int status, Action<Utf8JsonWriter> write) : JsonObjectAnswer
{
    /// <inheritdoc/>
    public override int Status => status;

    /// <inheritdoc/>
    public override void WriteHeaders(Microsoft.AspNetCore.Http.IHeaderDictionary headers) => headers.CacheControl = "no-store";

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteBoolean("success"u8, true);
        write(json);
    }
}
