namespace Trellis.Samples.SupportDesk;

/// <summary>What became of a ticket, in the order of the table.</summary>
internal enum Ending
{
    /// <summary>A model has written a reply.</summary>
    Answered,

    /// <summary>Somebody asked the same before, and the reply was kept.</summary>
    AnsweredFromCache,

    /// <summary>A person has to look: it is urgent.</summary>
    Escalated,

    /// <summary>Nobody has dealt with it.</summary>
    Open,
}
