using System.Text;
using System.Text.Json;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Http;

/// <summary>Writes JSON as text, for the store.</summary>
internal static class JsonText
{
    /// <summary>The JSON that a function writes.</summary>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var buffer = Utf8JsonBuffer.Rent();
        write(buffer.Json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
