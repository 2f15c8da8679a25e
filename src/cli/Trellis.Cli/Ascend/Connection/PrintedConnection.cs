using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Connection;

/// <summary>A <see cref="ConnectionStatus"/> as it is printed.</summary>
internal sealed record PrintedConnection(
    string Status, bool Connected, string ApiVersion, string? Environment, string? AgentId, string FailMode, string? Error)
{
    public static PrintedConnection Of(ConnectionStatus status) =>
        new(status.Status, status.Connected, status.ApiVersion, status.Environment, status.AgentId, status.FailMode, status.Error);
}
