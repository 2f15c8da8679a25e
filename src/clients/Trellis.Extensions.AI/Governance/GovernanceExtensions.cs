using Microsoft.Extensions.AI;
using Trellis.Ascend;

namespace Trellis.Extensions.AI;

/// <summary>Puts tools under governance.</summary>
public static class GovernanceExtensions
{
    /// <summary>The function, which from here on runs only when ASCEND allows it. One that is governed already stays as it is.</summary>
    /// <param name="function">The function; a tool of an MCP server is one too.</param>
    /// <param name="client">Evaluates and reports; stays the caller's.</param>
    /// <param name="options">Copied; <see langword="null"/> for the defaults.</param>
    public static GovernedAIFunction WithGovernance(this AIFunction function, AscendClient client, GovernanceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return function as GovernedAIFunction ?? new GovernedAIFunction(function, client, options);
    }

    /// <summary>The tools, of which the functions run only when ASCEND allows it. Tools that are no functions stay as they are.</summary>
    /// <param name="tools">The tools.</param>
    /// <param name="client">Evaluates and reports; stays the caller's.</param>
    /// <param name="options">Copied; <see langword="null"/> for the defaults.</param>
    /// <returns>A new list in the same order.</returns>
    public static IList<AITool> WithGovernance(this IEnumerable<AITool> tools, AscendClient client, GovernanceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(tools);
        return [.. tools.Select(tool => tool is AIFunction function ? function.WithGovernance(client, options) : tool)];
    }
}
