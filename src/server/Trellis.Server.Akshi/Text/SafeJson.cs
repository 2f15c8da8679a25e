using System.Text.Json;

namespace Trellis.Server.Akshi.Text;

/// <summary>Writes what agents say as JSON.</summary>
internal static class SafeJson
{
    /// <summary>A member whose text may be anything; see <see cref="AgentText.Whole"/>.</summary>
    public static void WriteSafe(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string text) => json.WriteString(name, AgentText.Whole(text));
}
