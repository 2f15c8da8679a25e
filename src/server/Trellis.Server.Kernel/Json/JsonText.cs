using System.Text;
using System.Text.Json;

namespace Trellis.Server.Kernel.Json;

/// <summary>Writes JSON as text, for the store.</summary>
public static class JsonText
{
    /// <summary>The JSON that a function writes.</summary>
    public static string Of(Action<Utf8JsonWriter> write) => Of(write, static (json, write) => write(json));

    /// <summary>The JSON that a function writes about something.</summary>
    public static string Of<T>(T subject, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);

        using var buffer = Utf8JsonBuffer.Rent();
        write(buffer.Json, subject);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
