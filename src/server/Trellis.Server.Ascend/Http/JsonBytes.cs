using System.Text;
using System.Text.Json;

namespace Trellis.Server.Ascend.Http;

/// <summary>The bytes of a part of a request body.</summary>
internal static class JsonBytes
{
    /// <summary>The JSON of a value, as it came.</summary>
    public static byte[] Of(JsonElement value) => Encoding.UTF8.GetBytes(value.GetRawText());
}
