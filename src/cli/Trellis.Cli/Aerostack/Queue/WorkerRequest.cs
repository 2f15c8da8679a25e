using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Queue;

/// <summary>Speaks to the server as a worker does, for which the platform has no public calls: a Trellis server's own.</summary>
internal static class WorkerRequest
{
    /// <summary>Prints what the server answers.</summary>
    /// <returns>6 when the answer says that it was no success.</returns>
    public static async Task<int> SendAsync(
        AerostackClient client, CliHost host, string path, JsonObject body, CancellationToken cancellationToken)
    {
        var answer = await client.RequestAsync(HttpMethod.Post, path, body, cancellationToken: cancellationToken).ConfigureAwait(false);
        JsonOutput.Write(host.Output, answer, AerostackJsonContext.Default.JsonObject);
        return answer["success"]?.GetValueKind() == JsonValueKind.False ? ExitCodes.Api : ExitCodes.Success;
    }
}
