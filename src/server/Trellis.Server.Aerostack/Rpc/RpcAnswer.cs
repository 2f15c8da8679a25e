using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Aerostack.Rpc;

/// <summary>The result of a method, bare: any JSON value.</summary>
/// <param name="answer">What the route answered.</param>
/// <param name="write">Writes the result from it.</param>
internal sealed class RpcAnswer(JsonAnswer answer, Action<Utf8JsonWriter, JsonElement> write) : JsonAnswer
{
    /// <inheritdoc/>
    public override int Status => StatusCodes.Status200OK;

    /// <inheritdoc/>
    public override void WriteBody(Utf8JsonWriter json) => write(json, JsonElement.Parse(JsonText.Of(answer.WriteBody)));
}
