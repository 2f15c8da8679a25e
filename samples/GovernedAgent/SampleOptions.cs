using System.Globalization;

namespace Trellis.Samples.GovernedAgent;

/// <summary>What the sample was told.</summary>
internal sealed record SampleOptions
{
    /// <summary>The requests.</summary>
    public string File { get; private init; } = Path.Combine(AppContext.BaseDirectory, "refunds.csv");

    /// <summary>What was paid back. A request that is in it is not paid again.</summary>
    public string Ledger { get; private init; } = "refund-ledger.csv";

    /// <summary>How long to wait for people; zero does not wait.</summary>
    public TimeSpan Wait { get; private init; } = TimeSpan.FromMinutes(10);

    /// <summary>Outside of these hours people look at smaller amounts too.</summary>
    public string OfficeHours { get; private init; } = "08:00-20:00";

    /// <exception cref="ArgumentException">An argument is not known, or has no value.</exception>
    /// <exception cref="FormatException">A number is none.</exception>
    public static SampleOptions Parse(IReadOnlyList<string> args)
    {
        var options = new SampleOptions();
        for (var i = 0; i < args.Count; i++)
        {
            options = args[i] switch
            {
                "--ledger" => options with { Ledger = Value(args, ++i) },
                "--wait" => options with { Wait = TimeSpan.FromSeconds(double.Parse(Value(args, ++i), CultureInfo.InvariantCulture)) },
                "--office-hours" => options with { OfficeHours = Value(args, ++i) },
                ['-', ..] => throw new ArgumentException($"'{args[i]}' is not known. There are --ledger FILE, --wait SECONDS and --office-hours HH:MM-HH:MM."),
                var file => options with { File = file },
            };
        }

        return options;
    }

    private static string Value(IReadOnlyList<string> args, int index) =>
        index < args.Count ? args[index] : throw new ArgumentException($"'{args[index - 1]}' needs a value.");
}
