using Microsoft.Extensions.AI;
using Trellis.Ascend;

namespace Trellis.Extensions.AI;

/// <summary>
/// A function that runs only when ASCEND allows it: each call is evaluated first, waited for while a person has to decide, and reported
/// afterwards. ASCEND sees the arguments without secrets. What cannot be evaluated does not run, unless the client's
/// <see cref="AscendClientOptions.FailMode"/> is open and the server unreachable. Safe for concurrent use if the function is.
/// </summary>
public sealed class GovernedAIFunction : DelegatingAIFunction
{
    private readonly GovernedTool _tool;
    private readonly bool _throws;

    /// <summary>Puts a function under governance.</summary>
    /// <param name="function">The function.</param>
    /// <param name="client">Evaluates and reports; stays the caller's.</param>
    /// <param name="options">Copied; <see langword="null"/> for the defaults.</param>
    public GovernedAIFunction(AIFunction function, AscendClient client, GovernanceOptions? options = null)
        : base(function)
    {
        options ??= new GovernanceOptions();
        ArgumentException.ThrowIfNullOrWhiteSpace(options.ActionType);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ApprovalTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.PollInterval, TimeSpan.Zero);
        _tool = options.Tool(client, function.Name);
        _throws = options.ThrowOnDenial;
    }

    /// <summary>Runs the function if it may run; else the result is a sentence for the model that tells why not.</summary>
    /// <param name="arguments">What it is called with.</param>
    /// <param name="cancellationToken">Gives the evaluation or the function up.</param>
    /// <exception cref="AscendException">It may not run, and <see cref="GovernanceOptions.ThrowOnDenial"/> is set.</exception>
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var ran = false;
        try
        {
            return await _tool.RunAsync(
                ShownArguments.Of(arguments),
                async token =>
                {
                    ran = true;
                    return await base.InvokeCoreAsync(arguments, token).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (AscendException exception) when (!ran && !_throws)
        {
            return Explain(exception);
        }
    }

    private static string Explain(AscendException exception) => exception switch
    {
        AscendTimeoutException { PendingDecision: not null } => $"This call is pending and did not run. {exception.Message}",
        AscendAuthorizationException => $"This call was denied. {exception.Message}",
        _ => $"This call was denied, since it could not be evaluated. {exception.Message}",
    };
}
