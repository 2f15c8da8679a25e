using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Akshi.Agents;
using Trellis.Server.Akshi.Health;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Akshi.Nodes;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Discovery;

/// <summary>What the node tells everybody of itself (contract, section 2.13). No credential is asked for, and nothing secret is in it.</summary>
internal sealed class DiscoveryEndpoints(IAgentDirectory agents, NodeIdentity node)
{
    /// <summary>The agent card: one skill per agent.</summary>
    public ValueTask<JsonAnswer> CardAsync(AkshiCall call) => new(Answer.Ok(json =>
    {
        json.WriteString("name"u8, NodeIdentity.Name);
        json.WriteString("url"u8, AddressOf(call.Http.Request));
        json.WriteString("version"u8, RuntimeVersion.Text);
        json.WriteStartObject("capabilities"u8);
        json.WriteBoolean("streaming"u8, true);
        json.WriteBoolean("pushNotifications"u8, false);
        json.WriteEndObject();
        json.WriteStartArray("skills"u8);
        foreach (var agent in Agents())
        {
            json.WriteStartObject();
            json.WriteString("id"u8, agent.Name);
            json.WriteString("name"u8, agent.Name);
            json.WriteString("description"u8, agent.Description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }));

    /// <summary>The DID document of the address that was asked.</summary>
    public ValueTask<JsonAnswer> DidAsync(AkshiCall call)
    {
        // The port's colon is escaped, since a colon divides the parts of a DID (did:web, section 3.1).
        var id = $"did:web:{call.Http.Request.Host.ToUriComponent().Replace(":", "%3A", StringComparison.Ordinal)}";
        return new(Answer.Ok(json =>
        {
            json.WriteStartArray("@context"u8);
            json.WriteStringValue("https://www.w3.org/ns/did/v1"u8);
            json.WriteStringValue("https://w3id.org/security/suites/ed25519-2020/v1"u8);
            json.WriteEndArray();
            json.WriteString("id"u8, id);
            WriteAlias(json);
            json.WriteStartArray("verificationMethod"u8);
            json.WriteStartObject();
            json.WriteString("id"u8, $"{id}#node");
            json.WriteString("type"u8, "Ed25519VerificationKey2020"u8);
            json.WriteString("controller"u8, id);
            json.WriteString("publicKeyMultibase"u8, DidKey.Multibase(node.Key.Public));
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("authentication"u8);
            json.WriteStringValue($"{id}#node");
            json.WriteEndArray();
        }));
    }

    /// <summary>The same for people, as Markdown.</summary>
    public ValueTask<JsonAnswer> MarkdownAsync(AkshiCall call)
    {
        var address = AddressOf(call.Http.Request);
        var text = new StringBuilder()
            .Append("# ").AppendLine(NodeIdentity.Name).AppendLine()
            .Append("Akshi runtime ").Append(RuntimeVersion.Text).AppendLine(".").AppendLine()
            .AppendLine("## Agents").AppendLine();
        foreach (var agent in Agents())
            text.Append("- **").Append(MarkdownText.Escape(agent.Name)).Append("**: ").AppendLine(MarkdownText.Escape(agent.Description));
        text.AppendLine().AppendLine("## Addresses").AppendLine()
            .Append("- API: ").Append(address).AppendLine("/api/v1/")
            .Append("- A2A: ").Append(address).AppendLine("/api/v1/a2a/tasks");
        return TextResponse.SendAsync(call, "text/markdown; charset=utf-8", text.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>The node, for other nodes.</summary>
    public ValueTask<JsonAnswer> NodeAsync(AkshiCall call) => new(Answer.Ok(json =>
    {
        json.WriteString("did"u8, node.Did);
        json.WriteString("name"u8, NodeIdentity.Name);
        json.WriteString("version"u8, RuntimeVersion.Text);
        json.WriteNumber("dashboard_port"u8, call.Http.Connection.LocalPort);
    }));

    private static string AddressOf(HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}";

    private void WriteAlias(Utf8JsonWriter json)
    {
        json.WriteStartArray("alsoKnownAs"u8);
        json.WriteStringValue(node.Did);
        json.WriteEndArray();
    }

    private IEnumerable<AgentProfile> Agents() => agents.List().Select(status => agents.Find(status.Name)).OfType<AgentProfile>();
}
