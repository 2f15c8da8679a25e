using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Actions;

/// <summary>Waits until a person has decided, and shows on standard error that it does.</summary>
internal static class DecisionWait
{
    /// <returns>The decision; still pending when nobody decided in time.</returns>
    public static async Task<AuthorizationDecision> RunAsync(
        AscendClient client, CliHost host, string actionId, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var progress = WaitProgress.Start(host, $"Waiting for a decision about action {actionId}");
        await using var _ = progress.ConfigureAwait(false);
        try
        {
            return await client.WaitForDecisionAsync(actionId, timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (AscendTimeoutException e) when (e.PendingDecision is { } pending)
        {
            return pending;
        }
    }
}
