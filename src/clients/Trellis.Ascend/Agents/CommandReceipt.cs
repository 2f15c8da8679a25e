namespace Trellis.Ascend;

/// <summary>What an acknowledgement came to. Contract section 2.10.</summary>
public sealed record CommandReceipt : AscendAnswer
{
    /// <summary>Whether the server has it.</summary>
    public bool? Success { get; init; }

    /// <summary>The command.</summary>
    public string? CommandId { get; init; }

    /// <summary>How it stands now.</summary>
    public string? Status { get; init; }
}
