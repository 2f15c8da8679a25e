using System.Globalization;

namespace Trellis.Samples.SupportDesk;

/// <summary>What the sample was told.</summary>
internal sealed record SampleOptions
{
    /// <summary>The variable of the password; without it a new one is made up.</summary>
    public const string PasswordVariable = "SUPPORT_DESK_PASSWORD";

    private const int MostWorkers = 16;

    /// <summary>The tickets.</summary>
    public string File { get; private init; } = Path.Combine(AppContext.BaseDirectory, "tickets.csv");

    /// <summary>Where the report is downloaded to.</summary>
    public string Report { get; private init; } = "support-report.csv";

    /// <summary>How many jobs are done at a time.</summary>
    public int Workers { get; private init; } = 4;

    /// <summary>The address of the user in whose name tickets are answered.</summary>
    public string Email { get; private init; } = "desk@example.com";

    /// <exception cref="ArgumentException">An argument is not known, or has no value.</exception>
    /// <exception cref="FormatException">A number is none.</exception>
    public static SampleOptions Parse(IReadOnlyList<string> args)
    {
        var options = new SampleOptions();
        for (var i = 0; i < args.Count; i++)
        {
            options = args[i] switch
            {
                "--report" => options with { Report = Value(args, ++i) },
                "--email" => options with { Email = Value(args, ++i) },
                "--workers" => options with { Workers = Count(Value(args, ++i)) },
                ['-', ..] => throw new ArgumentException($"'{args[i]}' is not known. There are --report FILE, --workers COUNT and --email ADDRESS."),
                var file => options with { File = file },
            };
        }

        return options;
    }

    private static string Value(IReadOnlyList<string> args, int index) =>
        index < args.Count ? args[index] : throw new ArgumentException($"'{args[index - 1]}' needs a value.");

    private static int Count(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) is var count and >= 1 and <= MostWorkers
        ? count
        : throw new ArgumentException($"--workers must be from 1 to {MostWorkers}.");
}
