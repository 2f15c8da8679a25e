using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>A successful answer whose body is an array, whose elements a function writes.</summary>
public sealed class ArrayAnswer(Action<Utf8JsonWriter> write) : JsonAnswer
{
    /// <inheritdoc/>
    public override int Status => StatusCodes.Status200OK;

    /// <inheritdoc/>
    public override void WriteBody(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);

        json.WriteStartArray();
        write(json);
        json.WriteEndArray();
    }
}
