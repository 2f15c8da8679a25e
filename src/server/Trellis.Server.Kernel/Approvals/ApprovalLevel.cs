namespace Trellis.Server.Kernel.Approvals;

/// <summary>How much a person may approve: 1 user, 2 manager, 3 administrator, 4 senior administrator, 5 security officer.</summary>
public static class ApprovalLevel
{
    /// <summary>The lowest level, which every user has.</summary>
    public const int Lowest = 1;

    /// <summary>The highest level.</summary>
    public const int Highest = 5;

    /// <summary>Whether there is such a level.</summary>
    public static bool IsValid(long level) => level is >= Lowest and <= Highest;

    internal static int Check(int level, string name) =>
        IsValid(level) ? level : throw new ArgumentOutOfRangeException(name, level, "An approval level is from 1 to 5.");
}
