using System.Text;
using System.Text.Json;

namespace Trellis.Server.Kernel.Json;

/// <summary>JSON as bytes.</summary>
public static class JsonBytes
{
    /// <summary>The JSON of a value, as it came.</summary>
    public static byte[] Of(JsonElement value) => Encoding.UTF8.GetBytes(value.GetRawText());

    /// <summary>The JSON that a function writes about something.</summary>
    public static byte[] Of<T>(T subject, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);

        using var buffer = Utf8JsonBuffer.Rent();
        write(buffer.Json, subject);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>An object whose members a function writes about something.</summary>
    public static byte[] Object<T>(T subject, Action<Utf8JsonWriter, T> writeMembers)
    {
        ArgumentNullException.ThrowIfNull(writeMembers);

        using var buffer = Utf8JsonBuffer.Rent();
        buffer.Json.WriteStartObject();
        writeMembers(buffer.Json, subject);
        buffer.Json.WriteEndObject();
        return buffer.WrittenSpan.ToArray();
    }
}
