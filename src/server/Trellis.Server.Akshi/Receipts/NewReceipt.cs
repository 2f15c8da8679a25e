using System.Text.Json;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Akshi.Receipts;

/// <summary>A use of a capability that is to be attested. Immutable.</summary>
/// <param name="Agent">Whose use.</param>
/// <param name="Kind">What kind: one of <see cref="ReceiptKinds"/>.</param>
/// <param name="Body">What happened: JSON without secrets.</param>
internal sealed record NewReceipt(string Agent, string Kind, string Body)
{
    /// <summary>A receipt whose body is an object. What looks like a secret is left out of it.</summary>
    public static NewReceipt Of(string agent, string kind, Action<Utf8JsonWriter> writeMembers)
    {
        var body = JsonBytes.Object(writeMembers, static (json, write) => write(json));
        return new NewReceipt(agent, kind, CompactJson.Of(SecretFreeJson.Of(body).Text.Span));
    }
}
