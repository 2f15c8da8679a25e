namespace Trellis.Server.Kernel.Storage;

/// <summary>What a piece of work wants done once its transaction is durable.</summary>
internal sealed class AfterCommitActions
{
    private readonly List<Action> _actions = [];

    public void Add(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        _actions.Add(action);
    }

    /// <summary>Runs the actions in the order they were added.</summary>
    public void Run()
    {
        foreach (var action in _actions)
            action();
    }
}
