using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Commands;

/// <summary>Reads the body of a command.</summary>
internal static class CommandRequest
{
    private const int DefaultSeconds = 24 * 60 * 60;
    private const int MostSeconds = 30 * DefaultSeconds;
    private const int LongestReason = 1000;

    /// <summary>Reads a command for an agent, or for all of them.</summary>
    public static AgentCommand Read(AscendCall call, Fields fields, string? agentId)
    {
        var type = fields.Text("command_type", 64);
        if (!type.All(static character => char.IsAsciiLetter(character) || character is '_'))
            fields.Errors.Add("command_type", "must be made of letters and underscores, such as BLOCK");

        var target = fields.OptionalWord("target_type", CommandTypes.Agent, CommandTypes.McpServer) ?? CommandTypes.Agent;
        var parameters = fields.Nested("parameters");
        var server = fields.OptionalText("mcp_server") ?? parameters.OptionalText("mcp_server");
        if (target is CommandTypes.McpServer && string.IsNullOrWhiteSpace(server))
            fields.Errors.Add("parameters.mcp_server", "is required for an MCP server");

        var seconds = fields.OptionalInteger("expires_in_seconds", 1, MostSeconds) ?? DefaultSeconds;
        return new AgentCommand
        {
            OrganisationId = call.OrganisationId,
            CommandId = Guid.CreateVersion7(call.At).ToString(),
            AgentId = agentId,
            CommandType = type.ToUpperInvariant(),
            TargetType = target,
            McpServer = server?.Trim(),
            Reason = fields.Text("reason", LongestReason),
            Parameters = ParametersOf(fields, server?.Trim()),
            IssuedBy = call.Caller.ActorId,
            IssuedVia = "api",
            CreatedAt = call.At,
            ExpiresAt = call.At.AddSeconds(seconds),
        };
    }

    // The clients look for the server's name here (contract, section 2.12).
    private static string ParametersOf(Fields fields, string? server)
    {
        var given = StoredObject.Read(fields, "parameters") ?? StoredObject.Empty;
        return server is null ? given : StoredJson.Read(given, parameters => StoredJson.Text(json =>
        {
            json.WriteString(CommandTypes.McpServer, server);
            foreach (var member in parameters.EnumerateObject())
            {
                if (member.Name is not CommandTypes.McpServer)
                    member.WriteTo(json);
            }
        }));
    }
}
