# What Request Tracker runs on each transaction of a queue that Rota fills: the code of a scrip whose action is "User
# Defined" (field "Custom action commit code"); its condition is "On Transaction", its template "Blank". It posts what was
# done to Rota, signed. A receiver that hangs would hold up the agent's click, so it is given three seconds; what it misses
# meanwhile, Rota asks for (`every` in config/downstreams.yaml).
my ($url, $secret) = (RT->Config->Get('RotaUrl'), RT->Config->Get('RotaSecret'));
my ($ticket, $done) = ($self->TicketObj, $self->TransactionObj);
return 1 if $done->Type eq 'SetWatcher';
return 1 unless $done->Type =~ /^(?:Correspond|Comment|Status)$/ || ($done->Field || '') eq 'Owner';

require JSON;
require LWP::UserAgent;
require Digest::SHA;
require Encode;

my $name = sub { my $user = RT::User->new(RT->SystemUser); $user->Load(shift); $user->Name };
my $owner = ($done->Field || '') eq 'Owner';
my $said = $done->Type =~ /^Co/ && $done->ContentObj;
my $body = JSON->new->utf8->canonical->encode({
    transaction => {
        id      => $done->id,
        type    => $done->Type,
        field   => $done->Field,
        new     => $owner ? $name->($done->NewValue) : $done->NewValue,
        by      => $done->CreatorObj->Name,
        at      => $done->CreatedObj->W3CDTF(Timezone => 'UTC'),
        content => $said ? $done->Content(Type => 'text/plain', Wrap => 10000) : undef,
    },
    ticket => {
        id        => $ticket->id,
        reference => $ticket->FirstCustomFieldValue('Rota'),
    },
});
my $time = time;
my $answer = LWP::UserAgent->new(timeout => 3)->post(
    $url,
    'Content-Type'   => 'application/json',
    'X-RT-Timestamp' => $time,
    'X-RT-Signature' => 'sha256=' . Digest::SHA::hmac_sha256_hex("$time.$body", Encode::encode_utf8($secret)),
    Content          => $body,
);
RT->Logger->error('Rota was not told of transaction ' . $done->id . ': ' . $answer->status_line)
    unless $answer->is_success;
return 1;
