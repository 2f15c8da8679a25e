using System.Text;
using System.Text.Json;
using Trellis.Server.Kernel.Canonical;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Akshi.Tasks;

/// <summary>
/// What agents say to each other, in canonical form: one line, as an event needs it, and fit for the store whatever a caller has escaped.
/// </summary>
internal static class TaskJson
{
    /// <summary>The text of a value.</summary>
    public static string Of(JsonElement value) => Of(JsonBytes.Of(value));

    /// <summary>The text of a value.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static string Of(string value) => Of(Encoding.UTF8.GetBytes(value));

    private static string Of(byte[] utf8Json) => Encoding.ASCII.GetString(CanonicalJson.Canonicalize(utf8Json));
}
