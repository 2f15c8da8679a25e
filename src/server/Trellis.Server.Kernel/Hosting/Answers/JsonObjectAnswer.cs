using System.Text.Json;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>An answer whose body is an object.</summary>
public abstract class JsonObjectAnswer : JsonAnswer
{
    /// <inheritdoc/>
    public sealed override void WriteBody(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);

        json.WriteStartObject();
        WriteMembers(json);
        json.WriteEndObject();
    }

    /// <summary>Writes the members of the body.</summary>
    protected abstract void WriteMembers(Utf8JsonWriter json);
}
