using Microsoft.Extensions.AI;

namespace Trellis.Extensions.AI.Tests;

/// <summary>A function that counts how often it ran.</summary>
internal sealed class CountedFunction : AIFunction
{
    public override string Name => "refund";

    public int Runs { get; private set; }

    public Exception? Failure { get; init; }

    public AIFunctionArguments? Arguments { get; private set; }

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        Runs++;
        Arguments = arguments;
        return Failure is null ? new("done") : throw Failure;
    }
}
