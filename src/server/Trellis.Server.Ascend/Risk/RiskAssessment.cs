using System.Text.Json;
using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Content;
using Trellis.Server.Ascend.Controls;
using Trellis.Server.Ascend.Cvss;

namespace Trellis.Server.Ascend.Risk;

/// <summary>How risky an action is, and why. Immutable.</summary>
internal sealed record RiskAssessment
{
    /// <summary>The final score: 0 to 100.</summary>
    public int Score { get; private init; }

    /// <summary>The level of the score.</summary>
    public RiskLevel Level => RiskBands.Of(Score);

    /// <summary>Which signal the score comes from.</summary>
    public RiskSource Source { get; private init; }

    /// <summary>When it was judged.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The CVSS base score of the action's type.</summary>
    public required CvssScore Cvss { get; init; }

    /// <summary>The controls that it belongs to.</summary>
    public required ActionControls Controls { get; init; }

    /// <summary>The check of its prompts; null when it has none.</summary>
    public ContentCheck? Prompts { get; init; }

    /// <summary>The check of its commands and code; null when it has none.</summary>
    public ContentCheck? Code { get; init; }

    /// <summary>The level that the caller hints at.</summary>
    public RiskLevel? Hint { get; init; }

    /// <summary>What the hybrid engine says; null under the other profile or when it could not say anything.</summary>
    public HybridScore? Hybrid { get; init; }

    /// <summary>What the CVSS profile says; null under the other profile or when it could not say anything.</summary>
    public CvssProfileScore? CvssProfile { get; init; }

    /// <summary>Whether the action could not be read, so that the score comes from its environment and verb alone.</summary>
    public bool IsFallback { get; private init; }

    /// <summary>What broke, when the engine itself failed: the action is to be denied.</summary>
    public Exception? Failure { get; private init; }

    /// <summary>Whether a check found something that is refused outright.</summary>
    public bool IsBlocked => Prompts is { Blocked: true } || Code is { Blocked: true };

    /// <summary>The judgement of an action that cannot be read.</summary>
    public static RiskAssessment Fallback(ProposedAction action, CatalogedAction known, ActionControls controls) => new()
    {
        At = action.At,
        Cvss = known.Cvss,
        Controls = controls,
        Score = FallbackScore.Of(action.Environment, action.ActionType),
        IsFallback = true,
    };

    /// <summary>The judgement when the engine itself fails.</summary>
    public static RiskAssessment CriticalFailure(ProposedAction action, CatalogedAction known, ActionControls controls, Exception failure) => new()
    {
        At = action.At,
        Cvss = known.Cvss,
        Controls = controls,
        Score = FallbackScore.CriticalFailure,
        IsFallback = true,
        Failure = failure,
    };

    /// <summary>Draws the final score from the signals.</summary>
    public RiskAssessment Conclude()
    {
        var (score, source) = CvssProfile is { } profile ? (profile.Total, RiskSource.Cvss) : (Hybrid?.Total ?? 0, RiskSource.Pipeline);
        if (Hint is { } hint && RiskBands.LowestScore(hint) is var hinted && hinted > score)
            (score, source) = (hinted, RiskSource.Pipeline);
        if (Prompts is { } prompts && prompts.Score > score)
            (score, source) = (prompts.Score, RiskSource.PromptSecurity);
        if (Code is { } code && code.Score > score)
            (score, source) = (code.Score, RiskSource.CodeAnalysis);
        return this with { Score = score, Source = source };
    }

    /// <summary>Takes one more signal into account, such as what a policy says: it can raise the score, never lower it.</summary>
    public RiskAssessment RaisedTo(int score, RiskSource source) =>
        score > Score ? this with { Score = Math.Min(score, 100), Source = source } : this;

    /// <summary>Writes the breakdown as an object; see <see cref="RiskBreakdown"/>.</summary>
    public void WriteBreakdown(Utf8JsonWriter json) => RiskBreakdown.Write(json, this);
}
