namespace Trellis.Cli.Ascend.Approvals;

/// <summary>The actions that a person decides. Each call makes a new one: an argument belongs to one command.</summary>
internal static class PendingActionsArgument
{
    public static TextsArgument Create() => new("action-id", "The action, by the id that 'approvals list' prints; or several of them");
}
