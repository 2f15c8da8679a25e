using System.Globalization;

namespace Trellis.Samples.LogWatch;

/// <summary>What the sample was told.</summary>
internal sealed record SampleOptions
{
    /// <summary>Where the logs are: every file below it whose name ends in <c>.log</c>.</summary>
    public string Folder { get; private init; } = Path.Combine(AppContext.BaseDirectory, "logs");

    /// <summary>Whether approvals are left to whoever sits before another terminal.</summary>
    public bool IsByHand { get; private init; }

    /// <summary>How long the agents, and the person, may take.</summary>
    public TimeSpan Patience { get; private init; } = TimeSpan.FromMinutes(10);

    /// <exception cref="ArgumentException">An argument is not known, or has no value.</exception>
    /// <exception cref="FormatException">A number is none.</exception>
    public static SampleOptions Parse(IReadOnlyList<string> args)
    {
        var options = new SampleOptions();
        for (var i = 0; i < args.Count; i++)
        {
            options = args[i] switch
            {
                "--by-hand" => options with { IsByHand = true },
                "--patience" => options with { Patience = Seconds(args, ++i) },
                ['-', ..] => throw new ArgumentException($"'{args[i]}' is not known. There are --by-hand and --patience SECONDS."),
                var folder => options with { Folder = folder },
            };
        }

        return options;
    }

    private static TimeSpan Seconds(IReadOnlyList<string> args, int index) => index < args.Count
        ? TimeSpan.FromSeconds(double.Parse(args[index], CultureInfo.InvariantCulture))
        : throw new ArgumentException($"'{args[index - 1]}' needs a value.");
}
