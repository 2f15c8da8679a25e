namespace Trellis.Server.Kernel.Faults;

/// <summary>
/// Rules that decide which requests go wrong, and how. The first rule that concerns a request, is not used up and wins its draw befalls
/// it. Draws follow from the seed, the rule and how many requests the rule has drawn for, so the same requests in the same order meet
/// the same faults. Immutable.
/// </summary>
public sealed class FaultPlan
{
    /// <summary>Creates a plan.</summary>
    /// <param name="rules">The rules, in the order in which they are tried.</param>
    /// <param name="seed">Fixes the draws of rules with a probability below 1.</param>
    public FaultPlan(IEnumerable<FaultRule> rules, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Rules = [.. rules];
        Seed = seed;
    }

    /// <summary>No faults.</summary>
    public static FaultPlan Empty { get; } = new([]);

    /// <summary>The rules, in the order in which they are tried.</summary>
    public IReadOnlyList<FaultRule> Rules { get; }

    /// <summary>What the draws follow from.</summary>
    public long Seed { get; }

    /// <summary>Reads a plan from a file.</summary>
    /// <exception cref="FaultPlanException">The file cannot be read, or its content is wrong.</exception>
    public static FaultPlan Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return FaultPlanReader.Read(File.ReadAllBytes(path), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FaultPlanException(path, [$"cannot be read: {exception.Message}"]);
        }
    }

    /// <summary>Reads a plan from UTF-8 JSON; comments and trailing commas are allowed.</summary>
    /// <exception cref="FaultPlanException">The content is wrong; the exception lists everything that is.</exception>
    public static FaultPlan Parse(ReadOnlySpan<byte> json) => FaultPlanReader.Read(json, "JSON");

    /// <summary>The plan as UTF-8 JSON over several lines, which <see cref="Parse"/> reads as the same plan.</summary>
    public byte[] ToJson() => FaultPlanWriter.Write(this);
}
