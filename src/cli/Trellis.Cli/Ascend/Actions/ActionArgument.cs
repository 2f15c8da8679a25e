namespace Trellis.Cli.Ascend.Actions;

/// <summary>The action that a command is about. Each call makes a new one: an argument belongs to one command.</summary>
internal static class ActionArgument
{
    public static TextArgument Create() => new("action-id", "The action, by the id that 'evaluate' prints");
}
