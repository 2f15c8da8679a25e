using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Aerostack.Http;

/// <summary>A successful answer whose body is an array, whose elements a function writes.</summary>
internal sealed class ArrayAnswer(Action<Utf8JsonWriter> write) : JsonAnswer
{
    /// <inheritdoc/>
    public override int Status => StatusCodes.Status200OK;

    /// <inheritdoc/>
    public override void WriteBody(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        write(json);
        json.WriteEndArray();
    }
}
