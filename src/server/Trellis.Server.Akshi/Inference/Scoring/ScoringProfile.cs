using System.Text.Json;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Akshi.Inference.Scoring;

/// <summary>How much each feature of a prompt says about its difficulty (contract, section 5.5).</summary>
internal sealed record ScoringProfile
{
    private const int First = 1;
    private const int Second = 2;

    private static readonly string[] FirstNames = ["token_count", "question_mark", "code_marker", "tool_hint"];
    private static readonly string[] SecondNames = [.. FirstNames, "prompt_length_bucket", "reasoning_chain_depth", "natural_language_ratio"];

    private readonly double[] _weights;

    private ScoringProfile(double[] weights, double bias, bool isLogistic)
    {
        _weights = weights;
        Bias = bias;
        IsLogistic = isLogistic;
    }

    /// <summary>What holds when no profile is given: the second version with its documented weights.</summary>
    public static ScoringProfile Default { get; } = new([.15, .10, .15, .15, .15, .15, .15], bias: 0, isLogistic: false);

    /// <summary>Is added to the sum.</summary>
    public double Bias { get; }

    /// <summary>Whether the sum goes through the logistic function instead of being cut at 0 and 1.</summary>
    public bool IsLogistic { get; }

    /// <summary>The same weights behind the logistic function.</summary>
    public ScoringProfile AsLogistic() => new(_weights, Bias, isLogistic: true);

    /// <summary>How hard a prompt is, from 0 to 1.</summary>
    public double Score(PromptFeatures features)
    {
        double[] values =
        [
            features.TokenCount, features.QuestionMark, features.CodeMarker, features.ToolHint,
            features.PromptLengthBucket, features.ReasoningChainDepth, features.NaturalLanguageRatio,
        ];
        var sum = Bias;
        for (var index = 0; index < _weights.Length; index++)
            sum += _weights[index] * values[index];
        return IsLogistic ? 1 / (1 + Math.Exp(-sum)) : Math.Clamp(sum, 0, 1);
    }

    /// <summary>Reads a profile file: <c>{"schema_version","bias","weights":{…},"scoring"}</c>. Weights that are left out are the documented ones.</summary>
    /// <exception cref="FormatException">It is none; the message says what is wrong.</exception>
    public static ScoringProfile Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(new Fields(document.RootElement));
        }
        catch (JsonException error)
        {
            throw new FormatException($"The profile is not valid JSON; the error is in line {error.LineNumber + 1}.", error);
        }
    }

    private static ScoringProfile Read(Fields fields)
    {
        var version = fields.OptionalInteger("schema_version", First, Second) ?? Second;
        var bias = fields.OptionalNumber("bias", -10, 10) ?? 0;
        var scoring = fields.OptionalWord("scoring", "weighted", "logistic");
        var weights = version == First ? [.30, .20, .25, .25] : (double[])[.. Default._weights];
        var names = version == First ? FirstNames : SecondNames;
        var given = fields.Nested("weights");
        for (var index = 0; index < names.Length; index++)
            weights[index] = given.OptionalNumber(names[index], -10, 10) ?? weights[index];

        return fields.Errors.IsEmpty
            ? new ScoringProfile(weights, bias, scoring == "logistic")
            : throw new FormatException($"The profile is wrong: {fields.Errors.Summary}");
    }
}
