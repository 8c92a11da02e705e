-- Why a figure is not shown as a number, in words for a reader; empty where it is.
create macro release_reason(status, dimension) as case
    when status = 'fewer_than_5' then 'Minder dan 5 deelnemende gemeenten gaven dit antwoord.'
    when status = 'almost_all' then 'Bijna alle deelnemende gemeenten gaven dit antwoord: hoogstens 4 niet.'
    when status = 'complement'
        then 'Met dit aantal zou u een ander antwoord kunnen uitrekenen, dat maar weinig gemeenten gaven.'
    when status = 'not_split'
        then 'Landelijk gaven bijna geen of bijna alle deelnemende gemeenten dit antwoord. Daarom splitsen we het niet uit.'
    when status = 'small_base' and dimension = 'nation' then 'Minder dan 10 deelnemende gemeenten gaven antwoord.'
    when status = 'small_base'
        then 'In een van de groepen gaven minder dan 10 gemeenten antwoord. Daarom staan hier geen cijfers per groep.'
    when status = 'small_group'
        then 'In een van de groepen deden minder dan 20 gemeenten mee. Daarom staan hier geen cijfers per groep.'
    when status = 'net_in_words'
        then 'Dit gaat alleen over gemeenten met een antwoord dat bijna geen of bijna alle gemeenten gaven. Dat staat in woorden.'
    when status = 'dropped' then 'Met deze cijfers zou u kunnen uitrekenen wat één gemeente antwoordde.'
    when status = 'not_defined' then 'Dit was de eerste meting: nog geen gemeente deed eerder mee.'
    when status = 'printed_in_part' then 'Het rapport noemt hiervan alleen dit getal.'
end;
