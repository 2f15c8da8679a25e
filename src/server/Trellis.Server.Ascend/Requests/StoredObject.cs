using System.Text;
using System.Text.Json;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Requests;

/// <summary>Objects of callers that are kept as they are, but for secrets in them.</summary>
internal static class StoredObject
{
    /// <summary>The object that nobody gave.</summary>
    public const string Empty = "{}";

    /// <summary>Reads a member that is an object; null when it is missing.</summary>
    public static string? Read(Fields fields, string name) =>
        fields.Object(name) is { ValueKind: JsonValueKind.Object } given
            ? SecretFreeJson.Of(Encoding.UTF8.GetBytes(given.GetRawText())).Text.ToString()
            : null;
}
